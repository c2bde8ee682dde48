import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { command } from '../attach/command.ts'
import type { Jvm } from '../attach/jvm.ts'
import { readRecording } from '../recording/read-recording.ts'
import type { Recording } from '../recording/recording.ts'
import { settings } from '../recording/settings.ts'

/** The Flight Recorder of one JVM, as far as it is of use there. */
export interface Recorder {
  /** Begins to record, once. Whether it does. */
  readonly begin: () => Promise<boolean>
  /** What it saw until now, with who holds each object; null where it does not record. */
  readonly read: (directory: string) => Promise<Recording | null>
}

/** Its own name among the recordings of a program that may have others. */
const name = 'leakdiff'

export function recorderOf(jvm: Jvm, marker: string): Recorder {
  let began: Promise<boolean> | null = null
  const begin = () => {
    began ??= beginIn(jvm, marker)
    return began
  }
  const read = async (directory: string): Promise<Recording | null> => {
    if (!(await begin())) return null
    const path = join(directory, `jvm-${jvm.pid}.jfr`)
    await command(jvm, `JFR.dump name=${name} path-to-gc-roots=true filename="${path}"`)
    const bytes = await readFile(path)
    // Names of threads stand in it, which are the program's own texts.
    await rm(path, { force: true })
    return readRecording(bytes)
  }
  return { begin, read }
}

/** A JVM that was made without a recorder has no such command, and does without. */
async function beginIn(jvm: Jvm, marker: string): Promise<boolean> {
  if (await keepsGarbage(jvm)) return false
  // Beside the marker, where a program in a container finds it as well.
  const path = join(dirname(marker), 'leakdiff.jfc')
  await writeFile(path, settings)
  return command(jvm, `JFR.start name=${name} disk=false settings="${path}"`).then(
    () => true,
    () => false,
  )
}

/** Before Java 25 what is sampled under ZGC stays alive: the recorder would grow what is measured. */
async function keepsGarbage(jvm: Jvm): Promise<boolean> {
  if (!/\bZ(?:Heap|GC)\b/.test(await command(jvm, 'GC.heap_info'))) return false
  const version = /^JDK (\d+)/m.exec(await command(jvm, 'VM.version'))?.[1]
  return Number(version ?? 0) < 25
}
