/** By location: 1 where it goes with all below it, 2 where it stays but what is below it goes. */
export type Pruning = Uint8Array

export const goes = 1
export const endsHere = 2

/**
 * Cuts a sample, whose leaf stands first. What is above the first frame of the program itself stays,
 * so that no stack is lost.
 */
export function prune(pruning: Pruning, sample: { readonly locations: Int32Array; depth: number }): void {
  const { locations } = sample
  let found = false
  for (let index = sample.depth - 1; index >= 0; index--) {
    const what = pruning[locations[index] as number]
    if (what === 0) found = true
    else if (found) {
      const first = what === goes ? index + 1 : index
      locations.copyWithin(0, first, sample.depth)
      sample.depth -= first
      return
    }
  }
}
