import { readdirSync, readFileSync } from 'node:fs'
import type { RenderOptions } from '../../src/report/options.ts'
import { parseResult } from '../../src/report/render/json.ts'
import type { Result } from '../../src/report/result.ts'

const folder = new URL('results/', import.meta.url)

/** Names of the hand-made results: one a situation that a reader can be in. */
export const situations = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort()

export const resultOf = (situation: string): Result =>
  parseResult(readFileSync(new URL(`${situation}.json`, folder), 'utf8'))

export const options: RenderOptions = {
  repositoryUrl: 'https://github.com/acme/node',
  reproduce: (workload) => ({
    command: `npx github:acme/leakdiff#v1 run --workload ${workload.replace(/\W/g, '_')} --base 1f0c3a2`,
    complete: true,
  }),
  bisect: (workload) => `git bisect run npx leakdiff run --bisect --workload ${workload.replace(/\W/g, '_')}`,
  whole: { label: 'summary of the run', url: 'https://github.com/acme/node/actions/runs/7' },
}
