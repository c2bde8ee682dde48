/** Whether it ends within the arguments of a call, or within the state of a goroutine. */
export function goesOn(text: string): boolean {
  if (text.length > 1000) return false
  const last = text.charCodeAt(text.length - 1)
  if (last === 41 || last === 58) return false
  return (
    (last === 44 && /^\s*[^\s()]+\.(?:\(\*?[^()]*\)\.)?[^\s()]+\([^()]*,$/.test(text)) ||
    (text.length < 200 && /(?:^|\W)goroutine \d{1,15} (?:(?:(?:gp|m|mp)=\S+ ?)+|\[[a-z][^\]]*)$/.test(text))
  )
}
