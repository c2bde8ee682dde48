/** How far growth may drift: `5 % since v1.4`. */
export interface DriftBudget {
  /** As it was written. */
  readonly text: string
  /** As a share of what grew then: 0.05. */
  readonly share: number
  readonly since:
    | { readonly kind: 'commit'; readonly revision: string }
    | { readonly kind: 'days'; readonly days: number }
}

/** `5 % since v1.4`, `5% since 3f2c1ab`, `10 % since 30 days`. */
const driftPattern =
  /^(\d{1,4}(?:\.\d+)?) ?% since (?:(\d{1,4}) ?(?:days?|d)|([A-Za-z0-9_][^\s~^:?*[\\]{0,199}))$/

/** null: it is not written as a budget. */
export function parseDrift(text: string): DriftBudget | null {
  const [, percent, days, revision] = driftPattern.exec(text.trim()) ?? []
  if (percent === undefined) return null
  const share = Number(percent) / 100
  if (days !== undefined) return { text: text.trim(), share, since: { kind: 'days', days: Number(days) } }
  return revision === undefined ? null : { text: text.trim(), share, since: { kind: 'commit', revision } }
}
