import type { Frame } from '../../../../profile/profile.ts'
import { splitName } from '../site.ts'
import type { JarOf } from './class-path.ts'

/** Rows whose frames tell, before their file and behind `!/`, the jar that their class was loaded from. */
export function placing(classPath: () => JarOf) {
  return <R extends Row>(rows: readonly R[]): readonly R[] => {
    const jarOf = classPath()
    const placed = (frame: Frame): Frame => {
      const jar = jarOf(splitName(frame.function).ofClass)
      return jar === null ? frame : { ...frame, file: `${jar}!/${frame.file}` }
    }
    return rows.map((row) => {
      const stack = row.stack.map(placed)
      const { started } = row
      if (started === undefined) return { ...row, stack }
      return { ...row, stack, started: { ...started, by: started.by.map(placed) } }
    })
  }
}

interface Row {
  readonly stack: readonly Frame[]
  readonly started?: { readonly by: readonly Frame[] }
}
