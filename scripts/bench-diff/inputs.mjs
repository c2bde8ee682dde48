import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Goroutines with debug=1: so many, on 200 stacks. */
export function counts(folder, goroutines) {
  const path = join(folder, `goroutines-${goroutines}.debug1.txt`)
  const each = Math.floor(goroutines / 200)
  const stacks = Array.from(
    { length: 200 },
    (_, at) => `${each} @ 0x${(at + 4096).toString(16)} 0x46c172\n${counted(at)}\n`,
  )
  writeFileSync(path, `goroutine profile: total ${each * 200}\n${stacks.join('')}`)
  return path
}

const counted = (at) =>
  Array.from(
    { length: 12 },
    (_, frame) => `#\t0x4${at}${frame}\tservice.work${at}.step${frame}+0x24\t/src/work${at}.go:${frame}\n`,
  ).join('')

/** Goroutines with debug=2, one by one, on 200 stacks. */
export function dump(folder, goroutines) {
  const path = join(folder, `goroutines-${goroutines}.debug2.txt`)
  const file = openSync(path, 'w')
  const stacks = Array.from({ length: 200 }, (_, at) =>
    Array.from(
      { length: 10 },
      (_, frame) =>
        `service.work${at}.step${frame}(0xc000012345, 0x1)\n\t/src/work${at}.go:${frame + 1} +0x1d\n`,
    ).join(''),
  )
  const creator = 'created by service.Serve in goroutine 1\n\t/src/serve.go:9 +0x65\n'
  for (let at = 0; at < goroutines; at += 1000) {
    const block = Array.from({ length: 1000 }, (_, more) => {
      const id = at + more + 2
      return `${id === 2 ? '' : '\n'}goroutine ${id} [chan receive, ${id % 50} minutes]:\n${stacks[id % 200]}${creator}`
    })
    writeSync(file, block.join(''))
  }
  closeSync(file)
  return path
}
