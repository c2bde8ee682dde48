import type { Config } from '../configure/config.ts'
import { loadConfig } from '../configure/load.ts'

/** Where the report goes besides stdout. */
export interface Outputs {
  readonly json?: string | undefined
  readonly html?: string | undefined
  readonly markdown?: string | undefined
  readonly junit?: string | undefined
  /** Waivers for what fails are printed, ready to paste. */
  readonly accept?: boolean | undefined
  /** Directory that gets base, head and growth as profiles. */
  readonly writeProfiles?: string | undefined
}

export interface RunOptions extends Outputs {
  readonly config?: string | undefined
  readonly workload?: string | undefined
  readonly base?: string | undefined
  readonly head?: string | undefined
  readonly out?: string | undefined
  /** Directory that gets the raw profiles of every round. */
  readonly keep?: string | undefined
  readonly bisect?: boolean | undefined
  /** Whether the history gets the figures. */
  readonly record?: boolean | undefined
  /** Every scalar key of the configuration that was given as a flag. */
  readonly inputs: Readonly<Record<string, string>>
}

/** The configuration of the file and the flags together. */
export function configOf(
  root: string,
  { config, inputs, workload }: Pick<RunOptions, 'config' | 'inputs' | 'workload'>,
): Promise<Config> {
  const naming = { of: (key: string) => `--${key}`, described: '`leakdiff run --help` describes every flag' }
  return loadConfig({ root, configFile: config, inputs, workload, defaultName: 'workload', naming })
}
