import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Unreachable } from '../../runtime.ts'

export const closed: Unreachable = {
  why: 'it runs with -XX:+DisableAttachMechanism, which has its JVM answer nobody',
  remedy: 'Start it without -XX:+DisableAttachMechanism while it is measured.',
}
const openJ9: Unreachable = {
  why: 'its JVM is OpenJ9, which has other commands than HotSpot',
  remedy: 'Run it on a HotSpot JVM while it is measured: Temurin, Corretto, Zulu and most others are one.',
}
const nativeImage: Unreachable = {
  why: 'it is a native image, in which there is no JVM to ask',
  remedy: 'Measure the same program on a JVM: what leaks there leaks in its native image.',
}

/** Options, and other machines than HotSpot, that keep every question out. */
export function unreachable(words: readonly string[], pid: number): Unreachable | null {
  const [program = '', ...rest] = words
  if (basename(program) === 'java' && rest.includes('-XX:+DisableAttachMechanism')) return closed
  const libraries = read(`/proc/${pid}/maps`)?.toString('latin1') ?? ''
  if (libraries.includes('/libj9vm')) return openJ9
  // The heap that the image was built with has a section of its own.
  if (basename(program) !== 'java' && !libraries.includes('/libjvm.so'))
    return read(`/proc/${pid}/exe`)?.includes('.svm_heap') === true ? nativeImage : null
  return null
}

function read(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null // it has ended, or is another user's
  }
}
