/** Takes the bytes of a profile out of all of a text. Throws FormatError, `broken`, where it cannot. */
export type Unwrap = (text: Buffer) => Buffer
