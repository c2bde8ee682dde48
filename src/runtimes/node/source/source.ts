import type { SourceFiles } from '../../source.ts'
import { aroundInBraces, type BraceWords } from '../../structure/braces.ts'
import { withoutCommentsOfC } from '../../structure/comments.ts'
import { dependencyFiles } from './dependency-files.ts'

const modifiers = '(?:(?:export|default|async|static|public|private|protected)\\s+)*'

const words: BraceWords = {
  functions: new RegExp(
    `\\bfunction\\b|=>|^\\s*${modifiers}(?:get\\s+|set\\s+|\\*\\s*)?(?!(?:if|for|while|switch|catch|function|return|with)\\b)[\\w$#]+\\s*\\(`,
  ),
  // A class, a suite of tests, the function that wraps a file.
  holds:
    /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\b|=\s*class\b|^\s*(?:describe|suite|context)\b|^[!(]|^define\(|^module\.exports\s*=/,
  imports: /^(?:import\b|(?:const|let|var)\s.*\brequire\()/,
}

/**
 * `export async function put(` is `put`, and so is the site `put (cache.js)`;
 * a method is known without its class.
 */
export const source: SourceFiles = {
  dependencyFiles,
  installedPackages: /(?:^|\/)node_modules\//,
  generated: /^\/\/ Code generated .* DO NOT EDIT\.\r?$|^(?:\/\/|\/?\*+) *@generated\b/m,
  definitions: [
    new RegExp(`^${modifiers}(?:function\\s*\\*?|class|interface|type|const|let|var)\\s+([\\w$]+)`),
    new RegExp(
      `^${modifiers}(?!(?:if|for|while|switch|catch|function|return)\\b)([\\w$#]+)\\s*\\(.*\\)\\s*\\{$`,
    ),
  ],
  identifiers: (site) => {
    const [first, ...more] = site.replace(/ \(.*\)$/, '').match(/[\p{L}\p{N}_$]+/gu) ?? []
    const all = more.length > 0 ? more : first === undefined ? [] : [first]
    return all.filter((part) => part !== 'anonymous')
  },
  withoutComments: withoutCommentsOfC,
  around: (lines, line) => aroundInBraces(lines, line, words),
  sources: /\.(?:[cm]?[jt]sx?|vue|svelte)$/,
  tests: /(?:^|\/)(?:__tests__|tests?|specs?)\/|[.-](?:test|spec)\.[cm]?[jt]sx?$/,
}
