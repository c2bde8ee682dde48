import type { ContainerRecipe } from '../container.ts'
import { optionsOf } from './instrument/instrument.ts'

/**
 * Nothing has to be in the image: options alone, whose marker lies among the sockets that are mounted. Its
 * JVM is met through the file system that `/proc` shows of it.
 */
export const container: ContainerRecipe = {
  files: {},
  image: null,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
  environment: () => ({ JAVA_TOOL_OPTIONS: optionsOf('${LEAKDIFF_SOCKETS}/api', '${LEAKDIFF_TRACE}') }),
}
