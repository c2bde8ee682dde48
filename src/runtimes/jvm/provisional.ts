import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame } from '../../profile/profile.ts'
import type { Advice } from '../advice.ts'
import type { IgnoreRule, LocateContext, Location } from '../runtime.ts'
import type { SourceFiles } from '../source.ts'
import { withoutCommentsOfC } from '../structure/comments.ts'
import { declarationAround } from '../structure/declarations.ts'

export const site = (frame: Frame): string => frame.function
export const ignoreRules: readonly IgnoreRule[] = []
export const advice: Advice = { next: [], now: [] }
export const source: SourceFiles = {
  dependencyFiles: [
    {
      name: 'pom.xml',
      read: (lines, index) => {
        const version = /<version>([^<]+)</.exec(lines[index] ?? '')?.[1]
        const above = lines.slice(Math.max(0, index - 3), index).join('\n')
        const [, group, artifact] = /<groupId>([^<]+)<[\s\S]*<artifactId>([^<]+)</.exec(above) ?? []
        return version === undefined || group === undefined
          ? []
          : [{ package: `${group}:${artifact}`, version }]
      },
    },
  ],
  generated: /^\/\/ Code generated .* DO NOT EDIT\.\r?$|@Generated\b/m,
  definitions: [/^(?:(?:public|private|protected|static|final)\s+)*[\w<>[\]., ?]+\s+(\w+)\s*\([^;]*\{/],
  identifiers: (name) => name.match(/[\p{L}\p{N}_]+/gu)?.slice(-1) ?? [],
  withoutComments: withoutCommentsOfC,
  around: (lines, line) => declarationAround(lines, line, /^(?:class|public)\b/),
  sources: /\.(?:java|kt)$/,
  tests: /(?:^|\/)src\/test\//,
}

export async function locator({ directory }: LocateContext): Promise<(frame: Frame) => Location> {
  return ({ function: name }) => {
    const type = name.split('.').slice(0, -1).join('/').replace(/\$.*$/, '')
    const path = ['', 'src/main/java/', 'src/test/java/']
      .map((root) => `${root}${type}.java`)
      .find((one) => existsSync(join(directory, one)))
    return path === undefined ? { origin: 'runtime' } : { origin: 'project', path }
  }
}
