import type { Trial } from '../trial/trial.ts'
import type { Trend } from './trend/trend.ts'

/** What a report shows that is not part of the Result. */
export interface RenderOptions {
  /**
   * `https://github.com/OWNER/REPO`: places in the project become links to head. Absent or null: no links.
   */
  readonly repositoryUrl?: string | null
  /**
   * The command that measures a workload again, by the workload's name. Not complete: it names what has to be
   * filled in.
   */
  readonly reproduce?: (workload: string) => { readonly command: string; readonly complete: boolean } | null
  /** The complete `git bisect run` line of a workload; shown on a terminal. */
  readonly bisect?: (workload: string) => string | null
  /** The day (YYYY-MM-DD) until which waivers ready to paste hold; without it none are shown. */
  readonly acceptUntil?: string | null
  /** Bytes that a comment may use, where that is less than GitHub allows. */
  readonly room?: number | null
  /** Where the whole report stands, named when something had to be left out. */
  readonly whole?: { readonly label: string; readonly url: string } | null
  /** Paths of the profiles to take away, and where they are; left out: none were kept. */
  readonly profiles?: { readonly where: string; readonly files: readonly string[] } | null
  /** What the page says of the run. */
  readonly about?: {
    /** ISO 8601, UTC. */
    readonly date: string
    /** Its name, where nothing can be linked to. */
    readonly repository?: string
    /** The command of this run as it was typed, where `reproduce` has none. */
    readonly command?: string
    readonly pullRequest?: number | null
    readonly runUrl?: string | null
  }
  /**
   * The trials behind the result: the page draws their curves and stacks.
   * Without them it shows what the result keeps.
   */
  readonly trials?: readonly Trial[]
  /** How the default branch went so far: the page shows it below what was measured now. */
  readonly trend?: Trend | null
  /** The page's own script, as text. Without it the page has no flame graph. */
  readonly script?: string
}
