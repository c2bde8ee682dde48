/** The page's style: one column, the reader's own fonts and colour scheme. */
export const stylesheet = `
:root { --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #fff; --shade: #f6f8fa; --link: #0969da; --sign: #1a7f37 }
.fail { --sign: #cf222e } .inconclusive { --sign: #9a6700 }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --soft: #9198a1; --line: #3d444d; --back: #0d1117; --shade: #151b23; --link: #4493f8; --sign: #3fb950 }
  .fail { --sign: #f85149 } .inconclusive { --sign: #d29922 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; border-top: 4px solid var(--sign) }
main { max-width: 56rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.4rem; line-height: 1.3; margin: .5rem 0 1rem }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line) }
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
svg { display: block } polyline { fill: none; stroke-width: 1.75; stroke-linejoin: round }
.head { stroke: var(--sign) } .base { stroke: var(--soft); stroke-dasharray: 3 3 }
`
