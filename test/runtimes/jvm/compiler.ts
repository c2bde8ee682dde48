import { spawnSync } from 'node:child_process'

/** Whether programs of Java can be built here. */
export const hasCompiler = (): boolean => spawnSync('javac', ['-version']).status === 0
