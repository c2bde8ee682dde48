import { type By, compare } from './diff.ts'
import { type Source, sourceOf } from './input/source.ts'

/** From here on it pays: it takes 8 ms, and spares 50 ms of a pair of 1 MB. */
const worthIt = 250_000

/**
 * Compares a profile of nine samples with itself when those to come are large.
 * The engine compiles loops by what they have met so far, and does so anew for each field that turns out to
 * change and each branch that comes late: this profile holds one of everything.
 */
export async function warmUp(sources: readonly Source[], by: By): Promise<void> {
  if (sources.reduce((sum, { size }) => sum + size, 0) < worthIt) return
  const tiny = sourceOf('', oneOfEverything)
  for (let time = 0; time < 2; time++) {
    await compare({ moments: [[tiny], [tiny]], quantity: null, by }, kept)
  }
}

/**
 * The engine forgets how its objects looked once the last of a kind is gone, and throws away what it compiled
 * for them: half as much again would be compiled.
 */
const kept: unknown[] = []

/**
 * In the order in which writers begin: samples between the locations that they name; inlined calls,
 * recursion, callers that are shared, ids of one byte to four, labels, values of 0, below 0 and of several
 * bytes, a sample without frames, a location without lines, a function without a line, high addresses, and
 * all fields of the profile itself.
 */
const oneOfEverything: Buffer = Buffer.from(
  [
    'CgQIARACEgwKB6wCoJwBrAISAQUSDQoIoJwBoJwBrAISAQUSCwoGAaCcAawCEgEFEgwKBwGgnAEBrAISAQYiCgignAEiBAgBEAUS',
    'EQoEAQKsAhICgAUaBQgCGIAFIhAIARABGJyWqAIiBQgBEPQDEhUKBAICAQESBYCAgIAEGgYIAhiAgEASBgoBARIBABIQCgICARIK',
    '////////////ARIFCgASAQEiGAgCEAEY7/229Y3gHyIECAEQBSIECAIQBSIFCKwCEAEaEQgBEICAgAIYgIC39Y3gHygIKgsIARAD',
    'GAMgBCisAioICAIQBhgHIAQyADILaW51c2Vfc3BhY2UyBWJ5dGVzMgttYWluLmZbLi4uXTIML3NyYy9tYWluLmdvMgVzcGFjZTIG',
    'bWFpbi5nMg1fWk4zZm9vM2JhckV2MggvYmluL2FwcEiAgKix45/nyxdQBVoECAUQAmCAgCBwAQ==',
  ].join(''),
  'base64',
)
