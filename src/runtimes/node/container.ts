import type { ContainerRecipe } from '../container.ts'
import { installedProbe } from './instrument.ts'

/**
 * The probe is loaded into the program as outside of containers; its rate is told by leakdiff when it starts
 * the service.
 */
export const container: ContainerRecipe = {
  files: { 'node.cjs': { copyOf: installedProbe() } },
  image: null,
  environment: (folder) => ({
    // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
    LEAKDIFF_RATE: '${LEAKDIFF_RATE}',
    NODE_OPTIONS: `--require ${folder}/node.cjs`,
  }),
}
