import type { Frame } from '../../../profile/profile.ts'
import { isBridge } from '../class-name.ts'

/** One thread of the program. Its name is the program's own text, and stays here. */
export interface Thread {
  /** As the program counts its threads: what `Thread.threadId()` says. */
  readonly id: number
  /** `WAITING (parking)`, as the JVM prints it. */
  readonly state: string
  /** Outermost frame first; empty where it runs no Java. */
  readonly stack: readonly Frame[]
}

/** What `Thread.print` prints, without threads of the JVM itself and of what records in it. */
export function readThreads(text: string): readonly Thread[] {
  return text.split(/\n(?=")/).flatMap((block) => {
    const header = /^"([\s\S]*?)" #(\d+) .*\btid=0x/.exec(block)
    if (header === null) return []
    const state = /^ {3}java\.lang\.Thread\.State: (.*)$/m.exec(block)?.[1] ?? 'RUNNABLE'
    const lines = [...block.matchAll(/^\tat (.+)\((.*)\)$/gm)]
    const stack = lines
      .filter(([, method = '']) => !isBridge(method))
      .map(([, method = '', place = '']) => frameOf(method, place))
      .reverse()
    const [, name = '', id] = header
    return isOfJvm(name, stack) ? [] : [{ id: Number(id), state, stack }]
  })
}

/**
 * `java.lang.Thread.run(java.base@17.0.15/Thread.java:840)`: the module's name stands before the file in
 * classes of named modules, and before the method nowhere.
 */
export function frameOf(method: string, place: string): Frame {
  const [, file = '', line] = /^(?:.*\/)?([^/:]+\.\w+)(?::(\d+))?$/.exec(place) ?? []
  return { function: method, file, line: Number(line ?? 0) }
}

/** The compiler's threads come and go with its work; the recorder is there for leakdiff alone. */
function isOfJvm(name: string, stack: readonly Frame[]): boolean {
  if (stack.length > 0) return stack.some(({ function: method }) => method.startsWith('jdk.jfr.internal.'))
  return ownThreads.test(name)
}

const ownThreads =
  /^(?:C[12] CompilerThread\d+|JVMCI\b.*|Attach Listener|Signal Dispatcher|Service Thread|Monitor Deflation Thread|Notification Thread|Sweeper thread|StringDedupThread|JFR .*)$/
