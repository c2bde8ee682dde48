import { availableParallelism, release } from 'node:os'
import type { Trial } from './trial.ts'

/** The machine that measures: its cores, and the runner's image or the kernel. */
export function hostOf(): Trial['host'] {
  const { ImageOS, ImageVersion } = process.env
  const image = ImageOS ? `${ImageOS}-${ImageVersion}` : `${process.platform}-${process.arch}-${release()}`
  return { cpus: availableParallelism(), image }
}
