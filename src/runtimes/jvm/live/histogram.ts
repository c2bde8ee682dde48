import { FormatError } from '../../../errors.ts'
import type { ClassCount } from '../attribute/attribute.ts'
import { typeName } from '../class-name.ts'

export interface Histogram {
  readonly objects: number
  readonly bytes: number
  readonly classes: readonly ClassCount[]
}

/**
 * What `GC.class_histogram` prints after a full collection: a row a class, and their sum. Throws FormatError.
 */
export function readHistogram(text: string): Histogram {
  const total = /^Total +(\d+) +(\d+)\s*$/m.exec(text)
  if (total === null)
    throw new FormatError(
      'broken',
      'The JVM’s class histogram has no total.',
      'Run it again; where it happens again, the JVM is no HotSpot.',
    )
  const classes = Array.from(
    text.matchAll(/^ *\d+: +(\d+) +(\d+) {2}(\S+)/gm),
    ([, objects, bytes, name = '']): ClassCount => ({
      name: typeName(name),
      objects: Number(objects),
      bytes: Number(bytes),
    }),
  )
  return { objects: Number(total[1]), bytes: Number(total[2]), classes: merged(classes) }
}

/** Two class loaders may each have a class of one name. */
function merged(classes: readonly ClassCount[]): readonly ClassCount[] {
  const byName = new Map<string, ClassCount>()
  for (const one of classes) {
    const known = byName.get(one.name)
    byName.set(one.name, {
      name: one.name,
      objects: one.objects + (known?.objects ?? 0),
      bytes: one.bytes + (known?.bytes ?? 0),
    })
  }
  return [...byName.values()]
}

/** What was counted of `name` and nothing else; 0 where none lives. */
export const objectsOf = ({ classes }: Histogram, name: string): number =>
  classes.find((one) => one.name === name)?.objects ?? 0
