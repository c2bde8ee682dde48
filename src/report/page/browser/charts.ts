/**
 * Lets each chart be walked by the arrow keys: the point that is stood on is marked,
 * and told below the chart.
 */
export function walkCharts(page: Document): void {
  for (const figure of page.querySelectorAll('figure')) {
    const chart = figure.querySelector<SVGElement>('svg.chart')
    const reading = figure.querySelector<HTMLElement>('output.reading')
    if (chart === null || reading === null) continue
    const points = [...chart.querySelectorAll('circle')]
    let at = -1
    const stand = (next: number): void => {
      points[at]?.classList.remove('at')
      at = Math.min(points.length - 1, Math.max(0, next))
      points[at]?.classList.add('at')
      reading.textContent = points[at]?.querySelector('title')?.textContent ?? ''
    }
    chart.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      if (step === 0) return
      event.preventDefault()
      stand(at < 0 ? (step > 0 ? 0 : points.length - 1) : at + step)
    })
    chart.addEventListener('pointerover', (event) => {
      const index = points.indexOf(event.target as SVGCircleElement)
      if (index >= 0) stand(index)
    })
  }
}
