/**
 * What Node before 24 has inside, and no public call gives:
 * see lib/internal/async_hooks.js of Node 20 and 22.
 */
interface AsyncWrap {
  setPromiseHooks(init: undefined, before: undefined, after: undefined, settled: undefined): void
  getPromiseHooks(): readonly unknown[]
  readonly async_hook_fields: Uint32Array
  readonly constants: { readonly kInit: number; readonly kTotals: number }
}

/** null in Node 24 and later, where nothing of this is needed. */
function asyncWrap(): AsyncWrap | null {
  const { binding } = process as unknown as { binding?: (name: string) => unknown }
  const silenced = process.noDeprecation
  // The program did not make this call and is not to be told off for it.
  process.noDeprecation = true
  try {
    return (binding?.call(process, 'async_wrap') ?? null) as AsyncWrap | null
  } catch {
    return null
  } finally {
    if (silenced === undefined) Reflect.deleteProperty(process, 'noDeprecation')
    else process.noDeprecation = silenced
  }
}

/**
 * True when something loaded before us, such as a tracing agent, already follows promises or async resources.
 */
export function usesHooks(): boolean {
  const wrap = asyncWrap()
  if (wrap === null) return false
  const enabled = wrap.async_hook_fields[wrap.constants.kTotals] ?? 0
  return enabled > 0 || wrap.getPromiseHooks().some((hook) => hook !== undefined)
}

/**
 * Take back the promise hooks that enabling any async hook sets in Node before 24:
 * 12 times the price of an await, for events we throw away. A program that enables hooks of its own later
 * sets them again, and they stay.
 */
export function stopPromiseHooks(): void {
  asyncWrap()?.setPromiseHooks(undefined, undefined, undefined, undefined)
}
