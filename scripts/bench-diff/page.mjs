/** docs/speed.md: every measured size, and how cost grows, as a picture. */
export function speedPage({ machine, heaps, goroutines }) {
  return `# How fast \`leakdiff diff\` is

Written by \`npm run bench:diff\`. CPU seconds (user and system, start-up included) and the largest resident
memory of one process, the least of some runs in turns, on ${machine}. pprof is the program itself, without
the time of the \`go\` command. Seconds depend on the machine and on what else it does: the shares, of one run,
are what counts.

Starting takes 0.04 s, and Node's compiler twice as much: on profiles of a few hundred stacks pprof, a
compiled program, is as quick or quicker. Its cost grows with the stacks, leakdiff's hardly.
With \`NODE_EXTRA_CA_CERTS\` set Node takes 0.04 s longer to start, which is left out here.

## Heap profiles, before and after

Of a generated program of 3,000 methods that call each other, every allocation recorded. Node alone: that it
starts, and that zlib inflates both files, which no reader on Node does without. Of what leakdiff takes beyond,
a third of the largest pair goes into adding its samples, some nanoseconds a frame, and of the smaller ones nearly
all into compiling: its own modules when it starts, then the loops.
[What bounds it](decisions/speed-of-diff.md), phase by phase.

| stacks | up to | gzipped, each | leakdiff | Node alone | pprof -top | share of its CPU | of its memory |
| --: | --: | --: | --: | --: | --: | --: | --: |
${heaps.map(heapRow).join('\n')}

![CPU seconds by stacks, both axes logarithmic](speed.svg)

## Goroutines

The same file as before and after, so that it is read twice. pprof reads no debug=2, and of debug=1 no names.

| goroutines | form | size | CPU | memory |
| --: | --- | --: | --: | --: |
${goroutines.map(goroutineRow).join('\n')}
`
}

const seconds = (cpu) => `${cpu.toFixed(2)} s`
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`
const share = (one, other) => `1/${(other / one).toFixed(other / one < 10 ? 1 : 0)}`

function heapRow({ stacks, depth, size, ours, floor, pprof }) {
  const theirs = pprof === undefined ? '–' : `${seconds(pprof.cpu)}, ${Math.round(pprof.memory)} MB`
  const shares =
    pprof === undefined ? '– | –' : `${share(ours.cpu, pprof.cpu)} | ${share(ours.memory, pprof.memory)}`
  return `| ${stacks.toLocaleString('en')} | ${depth} deep | ${megabytes(size)} | ${seconds(ours.cpu)}, ${Math.round(ours.memory)} MB | ${seconds(floor.cpu)} | ${theirs} | ${shares} |`
}

function goroutineRow({ goroutines, form, size, ours }) {
  return `| ${goroutines.toLocaleString('en')} | ${form} | ${megabytes(size)} | ${seconds(ours.cpu)} | ${Math.round(ours.memory)} MB |`
}

/** Two lines on logarithmic axes. */
export function speedPicture(heaps) {
  const measured = heaps.filter(({ pprof }) => pprof !== undefined)
  const log = Math.log10
  const x = scale(
    log(Math.min(...measured.map((heap) => heap.stacks))),
    log(Math.max(...measured.map((heap) => heap.stacks))),
    70,
    560,
  )
  const y = scale(-2, log(Math.max(...measured.map((heap) => heap.pprof.cpu))) + 0.2, 250, 20)
  const line = (cpuOf, colour) => {
    const points = measured.map((heap) => `${x(log(heap.stacks))},${y(log(cpuOf(heap)))}`)
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`
  }
  const ticks = [0.01, 0.1, 1, 10, 100].filter((value) => y(log(value)) >= 20)
  const labels = [
    ...ticks.map((value) => `<text x="62" y="${y(log(value)) + 4}" text-anchor="end">${value} s</text>`),
    ...measured.map(
      ({ stacks }) =>
        `<text x="${x(log(stacks))}" y="270" text-anchor="middle">${stacks.toLocaleString('en')}</text>`,
    ),
    '<text x="80" y="34" fill="#b0413e">pprof</text><text x="80" y="52" fill="#2f6f9f">leakdiff</text>',
  ]
  const lines = [line(({ pprof }) => pprof.cpu, '#b0413e'), line(({ ours }) => ours.cpu, '#2f6f9f')]
  const grid = ticks.map((value) => `<path d="M70 ${y(log(value))}H560" stroke="#ddd"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 285" font-family="sans-serif" font-size="12">
<title>CPU seconds of pprof and of leakdiff by the number of stacks</title>
<rect width="600" height="285" fill="#fff"/>
${[...grid, ...lines, ...labels].join('\n')}
</svg>
`
}

function scale(from, to, start, end) {
  const round = (value) => Math.round(value * 10) / 10
  return (value) => round(start + ((value - from) / (to - from || 1)) * (end - start))
}
