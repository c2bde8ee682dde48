import { marked } from 'marked'

/** A comment about as wide and as spaced as GitHub shows it. */
export const comment = (
  markdown: string,
): string => `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
body { margin: 0; padding: 16px; font: 14px/1.5 sans-serif; color: #1f2328 }
h2 { font-size: 1.5em; line-height: 1.25; margin: 0 0 16px; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3 }
code { font: 85% monospace; background: #818b981f; border-radius: 6px; padding: .2em .4em; white-space: break-spaces }
pre { background: #f6f8fa; padding: 16px; overflow: auto; border-radius: 6px } pre code { background: none; padding: 0; white-space: pre }
p, li { overflow-wrap: break-word }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px }
</style>${marked.parse(markdown, { async: false })}`
