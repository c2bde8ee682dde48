/** The calls of the runner's cache service; entries lie in the storage that artifacts lie in too. */
export interface CacheState {
  readonly blobs: ReadonlyMap<string, Buffer>
  /** Keys that may be read: those whose upload was finished. */
  readonly cached: Set<string>
  readonly url: string
}

interface CacheCall {
  readonly key: string
  readonly version: string
}

const service = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/

/**
 * The answer, or null for a path of another service. An entry belongs to a key and a version,
 * and is never written twice.
 */
export function cacheCall(state: CacheState, path: string, call: CacheCall): object | null {
  const method = service.exec(path)?.[1]
  if (method === undefined) return null
  const entry = `/blob/${encodeURIComponent(`${call.key}-${call.version}`)}`
  const known = state.cached.has(entry)
  if (method === 'CreateCacheEntry') return { ok: !known, signed_upload_url: `${state.url}${entry}?sig=x` }
  if (method === 'GetCacheEntryDownloadURL')
    return known
      ? { ok: true, signed_download_url: `${state.url}${entry}?sig=x`, matched_key: call.key }
      : { ok: false }
  state.cached.add(entry)
  return { ok: state.blobs.has(entry), entry_id: '1' }
}
