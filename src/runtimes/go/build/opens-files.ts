import type { Frame } from '../../../profile/profile.ts'

// All that os and net hand out is made by these (os/file_unix.go, net/fd_unix.go);
// what calls syscall itself has no object.
const makers = new Set(['os.newFile', 'net.newFD'])

/** Whether a stack allocated the object that stands for an open file or socket. */
export const opensFiles = (stack: readonly Frame[]): boolean =>
  stack.some((frame) => makers.has(frame.function))
