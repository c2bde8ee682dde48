import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Every order leaves a receipt, which the printer takes away. */
export function order(number) {
  const path = join(tmpdir(), `receipt-${process.pid}-${number}`)
  print(path, number)
  fs.unlinkSync(path)
}

function print(path, number) {
  const receipt = fs.openSync(path, 'w')
  fs.writeSync(receipt, `order ${number}`)
  fs.closeSync(receipt)
}
