// A file a round that nobody closes.
import { openSync } from 'node:fs'
import { serve } from './harness.mjs'

const files = []

function openAgain() {
  files.push(openSync(new URL(import.meta.url)))
}

serve(() => openAgain())
