/** What knows how a worker is given work, and what came of trying it. */
export interface WorkerDriver {
  /** Of its file's name: `py`. */
  readonly ending: string
  /** What runs it. */
  readonly command: string
  /**
   * A script that is run beside a worker that starts: it writes a `Survey`, as JSON,
   * into the file that is its argument. It ends with another status than 0 when the program cannot be asked.
   */
  readonly survey: string
  /** What has to run where the program does, by the addresses that a survey tells. */
  readonly servicesAt: (places: readonly string[]) => readonly Service[]
  /** Jobs that failed, each with the name of its error, by what the worker printed. */
  readonly failuresIn: (output: string) => ReadonlyMap<string, string>
  /** A line that sends another job, as an example. */
  readonly addition: string
  /** The script of one round: each of these `requests` times, until all are done. */
  readonly text: (request: WorkerRequest) => string
}

export interface WorkerRequest {
  /** What to say above the code, without the marks of a comment. */
  readonly heading: readonly string[]
  readonly jobs: readonly string[]
  readonly requests: number
  readonly waits: Waits
}

/** How it is known that a job is done: the worker is asked, or the result is stored. */
export type Waits = 'control' | 'results'

/** What a worker's program tells of itself. */
export interface Survey {
  /** Addresses of its broker and of its store of results, without passwords; the broker first. */
  readonly places: readonly string[]
  /** Why the broker is not reached, or nothing can be waited for; null: it was asked. */
  readonly why: string | null
  /** Whether `why` is of the broker alone. */
  readonly isReached: boolean
  readonly waits: Waits
  readonly jobs: readonly SurveyedJob[]
}

/** A job that the program knows, by the name under which it is sent. */
export interface SurveyedJob {
  readonly name: string
  /** Of one, after the first; null: it was not done. */
  readonly milliseconds: number | null
  /** Why a round leaves it out; null: nothing stands in the way. */
  readonly left: string | null
  /** What it failed with, for the terminal alone. */
  readonly error?: string
}

/** A program of others that a workload needs, as a container of a workflow. */
export interface Service {
  readonly name: string
  readonly image: string
  /** In its container. */
  readonly port: number
  /** Where the program looks for it, at this machine. */
  readonly at: number
  /** A command in the container that succeeds once it can be used. */
  readonly health: string
}
