import { basename, join } from 'node:path'
import type { Tools } from '../runtime.ts'

const managers = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)$/
const managerScript = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)(-cli)?(\.(c|m)?js)?$/
// yarn and corepack keep the real script below such folders, under names with versions in them.
const managerFolder = /(?:^|\/)(\.yarn\/releases|corepack\/v?\d)\//

/** Package managers start other programs; `node` that runs one of them is one of them. */
export const tools: Tools = {
  wraps: (program, script) => {
    if (managers.test(program)) return true
    if (!/^(node|nodejs|bun)$/.test(program) || script === undefined) return false
    return managerScript.test(basename(script)) || managerFolder.test(script)
  },
  lists: { NODE_OPTIONS: { separator: ' ' } },
  missingPackage: (line) => {
    const [, name] = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(line) ?? []
    return name === undefined ? null : join('node_modules', name)
  },
}
