/** The parts of d3-flame-graph 5 that the page uses; the package ships no types. */
declare module 'd3-flame-graph' {
  import type { Selection } from 'd3-selection'

  export interface Laid<T> {
    readonly data: T
    readonly value: number
    readonly highlight?: boolean
  }

  export interface FlameGraph<T> {
    (selection: Selection<HTMLElement, T, null, undefined>): void
    width(pixels: number): this
    cellHeight(pixels: number): this
    inverted(on: boolean): this
    transitionDuration(milliseconds: number): this
    minFrameSize(pixels: number): this
    sort(order: (a: Laid<T>, b: Laid<T>) => number): this
    setLabelHandler(label: (node: Laid<T>) => string): this
    setSearchMatch(match: (node: Laid<T>, term: string) => boolean): this
    setColorMapper(colour: (node: Laid<T>) => string): this
    onHover(handle: (node: Laid<T>) => void): this
    resetZoom(): void
    clear(): void
    search(term: string): void
  }

  export default function flamegraph<T>(): FlameGraph<T>
}
