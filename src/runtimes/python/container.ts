import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { ContainerRecipe } from '../container.ts'
import { installedProbe } from './instrument/instrument.ts'
import { exactMalloc } from './protocol.ts'

/**
 * The probe is mounted and loaded as outside of containers;
 * how much it traces is told by leakdiff when it starts the service.
 */
export async function container(): Promise<ContainerRecipe> {
  const folder = installedProbe()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
  return {
    files: Object.fromEntries(paths.map((path) => [relative(folder, path), { copyOf: path }])),
    image: null,
    environment: (place) => ({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: compose fills it in
      LEAKDIFF_FRAMES: '${LEAKDIFF_FRAMES}',
      PYTHONPATH: place,
      ...exactMalloc,
      // The folder is mounted to be read alone.
      PYTHONDONTWRITEBYTECODE: '"1"',
    }),
  }
}
