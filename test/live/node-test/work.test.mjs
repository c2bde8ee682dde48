import { test } from 'node:test'
import { keptBytes } from './settings.mjs'

const operations = 20
const bytesOfNumber = 8
const kept = []

function keepBytes() {
  kept.push(new Array(Math.floor(keptBytes / bytesOfNumber)).fill(0.5))
}

test('works', () => {
  for (let i = 0; i < operations; i++) if (keptBytes > 0) keepBytes()
})
