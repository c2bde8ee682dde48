// A cache of 2,000 pages, full after ten rounds.
import { serve } from './harness.mjs'

const pages = new Map()

function keepPage(key) {
  pages.set(key, { key, rows: new Array(64).fill(key) })
  if (pages.size > 2000) pages.delete(pages.keys().next().value)
}

serve((number) => {
  for (let i = 0; i < 200; i++) keepPage(`page-${number * 200 + i}`)
})
