// Shows a comment as GitHub would: node scripts/preview.mjs OUT FILE.md|FILE.html… writes OUT/NAME.html and,
// where chromium is installed, OUT/NAME-phone.png and OUT/NAME-desktop.png. `--open` unfolds all details.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { marked } from 'marked'

const args = process.argv.slice(2).filter((arg) => arg !== '--open')
const open = process.argv.includes('--open')
const [out, ...files] = args
if (out === undefined || files.length === 0) throw new Error('usage: preview.mjs [--open] OUT FILE…')
mkdirSync(out, { recursive: true })

const style = `
* { box-sizing: border-box }
body { margin: 0; padding: 12px; background: #fff; color: #1f2328; font: 14px/1.5 'DejaVu Sans', system-ui, sans-serif; overflow-wrap: break-word }
.comment { max-width: 860px; margin: auto; border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px }
h2 { font-size: 1.5em; line-height: 1.25; margin: 0 0 16px; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3 }
h3 { font-size: 1.25em; line-height: 1.25; margin: 24px 0 16px }
p, ul, pre, table, details { margin: 0 0 16px } ul { padding-left: 2em }
code { font: 85% 'DejaVu Sans Mono', monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px; white-space: break-spaces }
pre { background: #f6f8fa; padding: 16px; overflow: auto; border-radius: 6px; line-height: 1.45 } pre code { background: none; padding: 0; white-space: pre }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0 } a { color: #0969da } tr:nth-child(2n) { background: #f6f8fa }
`

for (const file of files) {
  const name = basename(file).replace(/\.(\w+)$/, '-$1')
  const page = join(out, `${name}.html`)
  writeFileSync(page, pageOf(file))
  shoot(page, join(out, `${name}-phone.png`), 390)
  shoot(page, join(out, `${name}-desktop.png`), 960)
}

function pageOf(file) {
  const text = readFileSync(file, 'utf8')
  const page =
    extname(file) === '.html'
      ? text
      : `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${style}</style><div class="comment">${marked.parse(text, { gfm: true })}</div>`
  return open ? page.replaceAll('<details>', '<details open>') : page
}

/** Chromium's window is never narrower than 500 pixels, so a phone is a frame in a page. */
function shoot(page, png, width) {
  const profile = mkdtempSync(join(tmpdir(), 'preview-'))
  const height = 1400
  const frame = join(profile, 'frame.html')
  writeFileSync(
    frame,
    `<body style="margin:0"><iframe src="file://${resolve(page)}" style="border:0;width:${width}px;height:${height}px"></iframe>`,
  )
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--hide-scrollbars',
  ]
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  try {
    const where = [`--user-data-dir=${profile}`, `--window-size=${Math.max(500, width)},${height}`]
    execFileSync(
      'chromium',
      [...flags, ...quiet, ...where, `--screenshot=${resolve(png)}`, `file://${frame}`],
      {
        stdio: 'ignore',
        timeout: 60_000,
      },
    )
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}
