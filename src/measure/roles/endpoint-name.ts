import type { Workload } from '../../configure/config.ts'
import type { Endpoint } from '../../configure/key.ts'

/**
 * What an endpoint's role is called: as its user named it, by its address where that is published,
 * else by its key.
 */
export function endpointName(
  { profiles, shown }: Pick<Workload, 'profiles' | 'shown'>,
  endpoint: Endpoint,
): string {
  if (endpoint.name !== null) return endpoint.name
  if (shown?.profiles !== undefined) return endpoint.url
  return profiles.length === 1 ? 'profiles' : `profiles ${profiles.indexOf(endpoint) + 1}`
}
