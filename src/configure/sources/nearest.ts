import { distance } from 'fastest-levenshtein'

/** The candidates a mistyped word was most likely meant to be, nearest first; empty when none is near. */
export function nearest(word: string, candidates: Iterable<string>, most = 1): readonly string[] {
  // Two swapped letters are two edits; more than a third of the letters is another word.
  const reach = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** `; did you mean \`x\`?`, or '' when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const [found] = nearest(word, candidates)
  return found === undefined ? '' : `; did you mean \`${found}\`?`
}
