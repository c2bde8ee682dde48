import type { ByteReader } from './bytes.ts'

/** A field as a class tells it; `type` as the format numbers them: 2 an object, 4 to 11 primitives. */
interface FieldRecord {
  readonly name: number
  readonly type: number
}

export interface ClassRecord {
  readonly id: number
  readonly parent: number
  readonly loader: number
  readonly statics: readonly (FieldRecord & { readonly target: number })[]
  /** Its own; those of its parents stand behind them in an instance. */
  readonly fields: readonly FieldRecord[]
}

/** Why an object lives by itself. */
export type RootKind = 'class' | 'thread' | 'local' | 'native'

/** Who is told of what in a dump. What has no listener is skipped. */
export interface Listener {
  readonly text?: (id: number, text: string) => void
  readonly className?: (id: number, name: number) => void
  readonly method?: (frame: number, name: number, classSerial: number) => void
  readonly classSerial?: (serial: number, id: number) => void
  readonly trace?: (serial: number, frames: readonly number[]) => void
  readonly root?: (id: number, kind: RootKind, thread: number, frame: number) => void
  readonly thread?: (id: number, serial: number, trace: number) => void
  readonly class?: (record: ClassRecord) => void
  /** Reads or skips the `bytes` of its fields. */
  readonly instance?: (id: number, ofClass: number, bytes: number, reader: ByteReader) => void
  /** Reads or skips `length` ids. */
  readonly objects?: (id: number, ofClass: number, length: number, reader: ByteReader) => void
  readonly primitives?: (id: number, type: number, length: number) => void
}

export interface Dump {
  readonly reader: ByteReader
  readonly idSize: number
  readonly tell: Listener
}
