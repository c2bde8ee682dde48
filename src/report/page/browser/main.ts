import { walkCharts } from './charts.ts'
import { showFlames } from './flames.ts'

// Paper shows what is folded; afterwards it is folded again.
let opened: readonly HTMLDetailsElement[] = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
  for (const fold of opened) fold.open = true
})
addEventListener('afterprint', () => {
  for (const fold of opened) fold.open = false
})
walkCharts(document)
showFlames(document)
