/** The page's style: one column, the reader's own fonts and colour scheme. */
export const stylesheet = `
:root { --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #fff; --shade: #f6f8fa; --link: #0969da; --sign: #1a7f37; --head: #cf222e }
.fail { --sign: #cf222e } .inconclusive { --sign: #9a6700 }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --soft: #9198a1; --line: #3d444d; --back: #0d1117; --shade: #151b23; --link: #4493f8; --sign: #3fb950; --head: #ff7b72 }
  .fail { --sign: #f85149 } .inconclusive { --sign: #d29922 }
}
.pass { --head: var(--sign) }
* { box-sizing: border-box }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; border-top: 4px solid var(--sign) }
main { max-width: 56rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.4rem; line-height: 1.3; margin: .5rem 0 1rem }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line) }
h2.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0 }
p, ul { margin: 0 0 1rem; overflow-wrap: anywhere }
ul { padding-left: 1.25rem } li + li { margin-top: .25rem }
code, pre { font: .875em/1.45 ui-monospace, monospace }
code { background: var(--shade); padding: .15em .3em; border-radius: 4px }
pre { background: var(--shade); padding: .75rem; border-radius: 6px; overflow-x: auto; margin: 0 0 1rem }
a { color: var(--link) } a code { color: inherit }
.wide { overflow-x: auto; margin: 0 0 1rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .4rem .75rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap }
td:first-child, th:first-child { white-space: normal; min-width: 6.5rem; padding-left: 0 }
th { color: var(--soft); font-weight: 500; font-size: .875rem } .number { text-align: right }
details { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; margin: 0 0 .75rem }
summary { cursor: pointer } details[open] > summary { margin-bottom: .75rem }
svg { display: block } .spark polyline { fill: none; stroke-width: 1.75; stroke-linejoin: round }
.spark .head { stroke: var(--sign) } .spark .base { stroke: var(--soft); stroke-dasharray: 3 3 }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem } h4 { font-size: .9rem; margin: 1rem 0 .25rem }
.about { color: var(--soft); font-size: .875rem; margin: 0 0 .75rem } .again { border: 0; padding: 0 } .again pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 }
figure { margin: 0 0 1rem } figcaption { font-size: .9rem; margin-bottom: .25rem }
.chart { width: 100%; height: auto; max-height: 20rem } .chart text { font: 12px system-ui, sans-serif; fill: var(--soft) }
.chart .phase { fill: var(--shade); fill-opacity: .8 } .chart .phase-name { font-size: 11px; paint-order: stroke; stroke: var(--shade); stroke-width: 6px } .chart .grid { stroke: var(--line) }
.chart polyline { fill: none; stroke-width: 2; stroke-linejoin: round }
.chart .head polyline { stroke: var(--head) } .chart .head circle { fill: var(--head) }
.chart .base polyline { stroke: var(--soft); stroke-dasharray: 5 4 } .chart .base circle { fill: var(--soft); r: 2.2px }
.chart .fit { stroke: var(--text); stroke-width: 1; stroke-dasharray: 2 3 } .chart .noise { fill: var(--head); opacity: .12 }
.chart circle:hover, .chart circle.at { stroke: var(--text); stroke-width: 2 }
.keys { white-space: nowrap } .key { margin-left: .75rem } .key::before { content: ''; display: inline-block; width: 1.5em; margin-right: .3em; vertical-align: middle; border-top: 2px solid var(--head) }
.key.base::before { border-top: 2px dashed var(--soft) }
.reading { display: block; min-height: 1.4em; margin-bottom: .5rem; font-size: .85rem; color: var(--soft) }
.flame-tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 .5rem }
.flame-tools fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: .25rem }
.flame-tools button, .flame-tools input { font: inherit; font-size: .85rem; color: var(--text); background: var(--back); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .6rem }
.flame-tools button[aria-pressed=true] { background: var(--link); color: var(--back); border-color: var(--link) }
.flame-chart { overflow-x: auto } .d3-flame-graph rect { stroke: var(--back); stroke-width: .5 }
.d3-flame-graph rect:hover, .d3-flame-graph g:focus rect { stroke: var(--text); stroke-width: 1.5; cursor: pointer } .d3-flame-graph g:focus { outline: none }
.d3-flame-graph-label { font: 12px/18px ui-monospace, monospace; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding: 0 4px; color: #1f2328 }
.d3-flame-graph .fade { opacity: .55 }
.tree, .tree ul { list-style: none; padding-left: 1.1rem } .tree details { border: 0; padding: 0; margin: 0 } .tree details[open] > summary { margin: 0 }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
@media (max-width: 600px) {
  tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0 }
  th, td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .1rem 0; white-space: normal; overflow-wrap: anywhere; text-align: right }
  td:first-child, th:first-child { display: block; text-align: left } td:first-child { font-weight: 500 } td:empty, th + th { display: none }
  td[data-name]::before { content: attr(data-name); color: var(--soft); font-size: .875rem; text-align: left; white-space: nowrap }
  table, thead, tbody { display: block }
}
@media (max-width: 600px) { .chart { overflow: visible } .chart text, .chart .phase-name { font-size: 24px } .chart .value { text-anchor: start; transform: translate(-60px, -7px) } .chart .round { transform: translateY(12px) } .chart .axis { display: none } }
@media print { body { border: 0 } details > * { display: block } details::details-content { content-visibility: visible } h2, h3, h4, figcaption { break-after: avoid } .flame-tools { display: none } main { max-width: none } pre { white-space: pre-wrap } figure, tr, li { break-inside: avoid } }
.flame-chart svg { max-width: 100%; height: auto }
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
`
