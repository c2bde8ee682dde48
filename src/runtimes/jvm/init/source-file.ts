export interface SourceFile {
  readonly file: string
  /** Without comments. */
  readonly text: string
}
