import type { SourceFiles } from '../../source.ts'
import { dependencyFiles } from './dependency-files.ts'

const modifiers = '(?:(?:export|default|async|static|public|private|protected)\\s+)*'

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
}
