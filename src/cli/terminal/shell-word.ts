/** `value` as one word of a shell, so that a printed command can be pasted. */
export function shellWord(value: string): string {
  return /^[\w./:=@%+,-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
}
