interface Mount {
  /** What takes it in. */
  readonly by: string
  readonly prefix: string
}

/**
 * What is taken in by what, and the paths below which it is reached then; circles are walked once. `below`
 * joins an outer path and an inner one.
 */
export function createMounts(below: (outer: string, inner: string) => string) {
  const mounts = new Map<string, Mount[]>()

  function walk(key: string, own: (key: string) => string, seen: readonly string[]): readonly string[] {
    const around = (mounts.get(key) ?? []).filter(({ by }) => by !== key && !seen.includes(by))
    if (around.length === 0) return [own(key)]
    return around.flatMap(({ by, prefix }) =>
      walk(by, own, [...seen, key]).map((outer) => below(below(outer, prefix), own(key))),
    )
  }

  return {
    add: (key: string, mount: Mount): void => {
      mounts.set(key, [...(mounts.get(key) ?? []), mount])
    },
    /** What `own` gives of each for itself, below those that take it in. */
    pathsOf: (key: string, own: (key: string) => string): readonly string[] => walk(key, own, []),
  }
}
