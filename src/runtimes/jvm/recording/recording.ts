import type { Frame } from '../../../profile/profile.ts'

/** What the JVM's Flight Recorder saw, as far as leakdiff asks it to look. */
export interface Recording {
  readonly objects: readonly OldObject[]
  readonly threads: readonly StartedThread[]
}

/** An object that lives, one of a sample of all that were allocated. */
export interface OldObject {
  /** As sources write it: `byte[]`, `java.util.HashMap$Node`. */
  readonly type: string
  /** Bytes; null where the JVM does not tell (before Java 21). */
  readonly size: number | null
  /** Of an array how many; null for other objects. */
  readonly elements: number | null
  /** Milliseconds since 1970. */
  readonly allocatedAt: number
  /** Where it was allocated, outermost frame first; empty where nobody knows. */
  readonly stack: readonly Frame[]
  /** Who refers to it, from the root on; empty where no way was found. */
  readonly chain: readonly Holder[]
  readonly root: Root | null
}

/** One object on the way from a root, and by what it refers to the next. */
export interface Holder {
  readonly type: string
  /** Of a class its name, where the class itself refers. */
  readonly ofClass: string | null
  /** The field; null for an element of an array. */
  readonly field: string | null
  readonly isStatic: boolean
  /** Objects between this one and the next that are not told. */
  readonly skipped: number
}

export interface Root {
  /** `Threads`, `Class loader data`, `Global object handles`, … */
  readonly system: string
  /** `Stack variable`, `Local JNI handle`, … */
  readonly type: string
}

export interface StartedThread {
  readonly name: string
  /** As `Thread.getId()` tells; 0 where the JVM does not. */
  readonly id: number
  readonly parent: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Of who started it, outermost frame first. */
  readonly stack: readonly Frame[]
}
