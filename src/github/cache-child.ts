import { restoreCache, saveCache } from '@actions/cache'

// A process of its own: the library tries for most of a minute against a service that fails, and says so in annotations.
const [what, key = ''] = process.argv.slice(2)
const paths = ['trials']
if (what === 'save') await saveCache(paths, key)
else await restoreCache(paths, key)
