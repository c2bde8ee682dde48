import flamegraph, { type Laid } from 'd3-flame-graph'
import { select } from 'd3-selection'
import { bytes, count } from '../../narrative/numbers.ts'
import type { NamedTree } from '../flame-tree.ts'
import { buttons, search } from './controls.ts'
import { type Frame, framesOf, type View } from './tree.ts'

const amount = (value: number, unit: NamedTree['unit']): string =>
  unit === 'bytes' ? bytes(value) : count(value)

interface Shown {
  readonly data: NamedTree
  readonly view: View
  readonly reversed: boolean
}

/** Draws a flame graph wherever the page has data for one. */
export function showFlames(page: Document): void {
  for (const section of page.querySelectorAll<HTMLElement>('[data-flame]')) {
    const source = page.getElementById(section.dataset.flame ?? '')
    const place = section.querySelector<HTMLElement>('.flame-view')
    const all = JSON.parse(source?.textContent ?? '[]') as NamedTree[]
    const [first] = all
    if (place !== null && first !== undefined) show(place, all, first)
  }
}

function show(place: HTMLElement, all: readonly NamedTree[], first: NamedTree): void {
  const add = (tag: 'div' | 'output', name: string): HTMLElement => {
    const element = place.ownerDocument.createElement(tag)
    element.className = name
    place.append(element)
    return element
  }
  const tools = add('div', 'flame-tools')
  const chart = add('div', 'flame-chart')
  const told = add('output', 'reading')
  told.setAttribute('aria-live', 'polite')
  let shown: Shown = { data: first, view: 'difference', reversed: false }
  let graph = draw(chart, told, shown)
  const change = (next: Partial<Shown>): void => {
    shown = { ...shown, ...next }
    chart.replaceChildren()
    graph = draw(chart, told, shown)
  }
  buttons(
    tools,
    'What is counted',
    all.map((data) => [data.title, data] as const),
    first,
    (data) => change({ data }),
  )
  const views = [
    ['difference', 'difference'],
    ['head', 'head'],
    ['base', 'base'],
  ] as const
  buttons(tools, 'Side', views, 'difference', (view) => change({ view }))
  buttons(
    tools,
    'Direction',
    [
      ['callers first', false],
      ['reversed', true],
    ] as const,
    false,
    (reversed) => change({ reversed }),
  )
  buttons(tools, 'Zoom', [['whole', null]] as const, undefined, () => {
    graph.resetZoom()
    settle(chart)
  })
  // The library zooms first: it listens on the frame itself.
  chart.onclick = () => settle(chart)
  search(tools, (term) => (term === '' ? graph.clear() : graph.search(term)))
}

function draw(chart: HTMLElement, told: HTMLElement, { data, view, reversed }: Shown) {
  const root = framesOf(data, view, reversed)
  const tell = (node: Laid<Frame>): string => {
    const delta = node.data.delta
    const grown = `${delta > 0 ? '+' : ''}${amount(delta, data.unit)} a round on head beyond base`
    return `${node.data.name}: ${view === 'difference' ? grown : `${amount(node.data.value, data.unit)} a round on ${view}`}`
  }
  const graph = flamegraph<Frame>()
    .width(Math.max(320, chart.clientWidth))
    .cellHeight(19)
    .inverted(true)
    .transitionDuration(0)
    .minFrameSize(1)
    .sort((a, b) => b.value - a.value)
    .setLabelHandler(tell)
    .setSearchMatch((node, term) => node.data.name.toLowerCase().includes(term.toLowerCase()))
    .setColorMapper((node) => (node.highlight ? '#d8b9ff' : colour(node.data, view)))
    .onHover((node) => {
      told.textContent = tell(node)
    })
  select(chart).datum(root).call(graph)
  settle(chart)
  scalable(chart)
  reachable(chart, told, tell)
  told.textContent = root.value === 0 ? 'Nothing here.' : tellWhole(root, data, view)
  return graph
}

/**
 * The library lets new frames widen, and names them a moment later: whoever prints in that moment gets an
 * empty picture. What stands already is not animated.
 */
function settle(chart: HTMLElement): void {
  for (const frame of chart.querySelectorAll('g.frame')) {
    const [box, label] = [frame.querySelector('foreignObject'), frame.querySelector('foreignObject > div')]
    frame.querySelector('rect')?.setAttribute('width', box?.getAttribute('width') ?? '0')
    if (label !== null) label.textContent = frame.getAttribute('name')
  }
}

/** Paper is narrower than the window that it was drawn for. */
function scalable(chart: HTMLElement): void {
  const svg = chart.querySelector('svg')
  const [width, height] = ['width', 'height'].map((name) => svg?.getAttribute(name) ?? '0')
  svg?.setAttribute('viewBox', `0 0 ${width} ${height}`)
}

const tellWhole = (root: Frame, data: NamedTree, view: View): string =>
  view === 'difference'
    ? `All: ${amount(root.delta, data.unit)} a round on head beyond base. Red grew, blue shrank.`
    : `All: ${amount(root.value, data.unit)} a round on ${view}.`

/**
 * Red for what grew, blue for what shrank, stronger the purer; grey where both cancel out,
 * and on one side alone warm.
 */
function colour({ delta, value }: Frame, view: View): string {
  if (view !== 'difference') return '#f5c26b'
  const share = value === 0 ? 0 : Math.min(1, Math.abs(delta) / value)
  const light = 92 - 22 * share
  return delta >= 0 ? `hsl(6 ${40 + 45 * share}% ${light}%)` : `hsl(212 ${40 + 45 * share}% ${light}%)`
}

/**
 * Frames can be reached and opened by keyboard: one stop in the order of tabs, arrows from frame to frame.
 */
function reachable(chart: HTMLElement, told: HTMLElement, tell: (node: Laid<Frame>) => string): void {
  const frames = (): SVGGElement[] => [...chart.querySelectorAll<SVGGElement>('g.frame')]
  const svg = chart.querySelector('svg')
  svg?.setAttribute('role', 'group')
  svg?.setAttribute('aria-label', 'flame graph; arrow keys go from frame to frame, Enter zooms')
  const mark = (): void => {
    for (const [i, one] of frames().entries()) {
      one.setAttribute('role', 'button')
      one.setAttribute('tabindex', i === 0 ? '0' : '-1')
      one.setAttribute('aria-label', tell(select<SVGGElement, Laid<Frame>>(one).datum()))
    }
  }
  mark()
  chart.onkeydown = (event) => {
    const all = frames()
    const at = all.indexOf(event.target as SVGGElement)
    if (at < 0) return
    if (event.key === 'Enter' || event.key === ' ') {
      all[at]?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      mark()
      event.preventDefault()
      return
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const next = step === undefined ? undefined : all[at + step]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
    told.textContent = next.getAttribute('aria-label')
  }
}
