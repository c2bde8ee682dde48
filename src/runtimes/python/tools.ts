import { basename } from 'node:path'
import type { Tools } from '../runtime.ts'

const managers = /^(?:pip|pip3|pipx|pipenv|poetry|uv|uvx|hatch|pdm|rye|tox|nox|virtualenv|venv|ensurepip)$/

/**
 * Package managers start other programs; `python` that runs one of them, as a script or a module,
 * is one of them.
 */
export const tools: Tools = {
  wraps: (program, script) =>
    managers.test(program) ||
    (/^(?:python|pypy)[\d.]*$/.test(program) && script !== undefined && managers.test(basename(script))),
  // The first sitecustomize on it is the one that is taken; it hands over to the user's.
  lists: {
    PYTHONPATH: { separator: ':', oursFirst: true },
    // Of two that say the same the last one holds.
    GLIBC_TUNABLES: { separator: ':' },
    TOX_OVERRIDE: { separator: ';' },
  },
}
