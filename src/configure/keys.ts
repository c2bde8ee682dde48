/** One key that an action input or a flag can set: nested keys are dashed (`settle-limit` is `settle: { limit }`). */
export interface InputKey {
  readonly key: string
  readonly description: string
  /** As the user would write it; '' when there is none. The only place where defaults stand. */
  readonly default: string
}

/** Keys of the whole run rather than of a workload. */
export const runKeys = [
  {
    key: 'comment',
    description:
      'Comment on the pull request: auto (when the verdict is not pass, then kept up to date), always or never.',
    default: 'auto',
  },
  {
    key: 'fail-on',
    description: 'What fails the step: inconclusive (a leak, or no verdict), leak, or never.',
    default: 'inconclusive',
  },
  {
    key: 'time-limit',
    description: 'Time for all trials together, set-up excluded, such as 20m; no limit when left out.',
    default: '',
  },
] as const satisfies readonly InputKey[]

/** Keys of one workload, in the order in which they are documented. */
export const workloadKeys = [
  { key: 'runtime', description: 'go or node; recognised from the repository when left out.', default: '' },
  { key: 'directory', description: 'Where commands run, inside the revision.', default: '.' },
  {
    key: 'changed',
    description:
      'Globs from the root of the repository, in an input one a line: measured only when head changes a file that matches one.',
    default: '',
  },
  {
    key: 'copy',
    description:
      'Files that git ignores, copied from the checkout to both revisions; from its root, in an input one a line.',
    default: '',
  },
  {
    key: 'driver',
    description: 'Files and folders copied from head over base before set-up; in an input one a line.',
    default: '',
  },
  { key: 'setup', description: 'Command that builds one revision, run once.', default: '' },
  { key: 'start', description: 'Command of the long-lived program.', default: '' },
  {
    key: 'ready',
    description: 'When it can be driven: a URL (any answer below 500), host:port, or /regex/ on its output.',
    default: '',
  },
  {
    key: 'round',
    description: "Command of one round; it runs in head's directory on both sides.",
    default: '',
  },
  {
    key: 'test',
    description: 'Command that runs tests as they are; leakdiff repeats them as rounds in one process.',
    default: '',
  },
  {
    key: 'run',
    description:
      'Command that makes its rounds itself and calls POST $LEAKDIFF_URL/round after each, until it is told 410.',
    default: '',
  },
  { key: 'stop', description: 'Command run after each trial, on every way out.', default: '' },
  { key: 'operations', description: 'Units of work in one round.', default: '1' },
  { key: 'warmup', description: 'Rounds thrown away before measuring.', default: '2' },
  {
    key: 'rounds',
    description: 'Rounds measured in the first trial; a confirming one has three times as many.',
    default: '8',
  },
  {
    key: 'repeat',
    description:
      'How often a measured round runs round or test: auto (while they are short, up to 16 times), or a number.',
    default: 'auto',
  },
  { key: 'trials', description: 'Most trials a side; a clean pull request needs one.', default: '3' },
  {
    key: 'measure-base',
    description:
      'always, or when-needed: only once head grows, which halves the price of a clean pull request.',
    default: 'always',
  },
  {
    key: 'settle-quiet',
    description: 'How long counts must not fall before a reading is believed.',
    default: '250ms',
  },
  { key: 'settle-limit', description: 'Longest wait for counts to settle after a round.', default: '10s' },
  { key: 'timeout-setup', description: 'Time limit of setup.', default: '10m' },
  { key: 'timeout-ready', description: 'Time limit from start until ready.', default: '60s' },
  { key: 'timeout-round', description: 'Time limit of one round.', default: '2m' },
  { key: 'timeout-stop', description: 'Time limit of stop.', default: '30s' },
  {
    key: 'measure',
    description: 'all roles under start, or started: the started process alone.',
    default: 'all',
  },
  {
    key: 'profiles',
    description: 'An existing pprof endpoint (its URL), or "name: URL" for several, in an input one a line.',
    default: '',
  },
  {
    key: 'snapshot',
    description:
      "Command after which the program's own Go profiles are in $LEAKDIFF_HEAP and $LEAKDIFF_TASKS; it runs in head's directory on both sides.",
    default: '',
  },
  {
    key: 'files-heap',
    description:
      'Beside run: glob of the Go heap profiles that it writes itself, in place of the POST; in `directory`, or below $LEAKDIFF_DIR.',
    default: '',
  },
  {
    key: 'files-tasks',
    description: 'Beside run: glob of the goroutine profiles that it writes itself, pprof or text.',
    default: '',
  },
  { key: 'budgets-heap', description: budgetOf('live heap bytes'), default: 'auto' },
  { key: 'budgets-external', description: budgetOf('bytes outside the heap'), default: 'auto' },
  { key: 'budgets-tasks', description: budgetOf('tasks'), default: '0' },
  { key: 'budgets-files', description: budgetOf('open files'), default: '0' },
  { key: 'budgets-threads', description: budgetOf('threads'), default: '2' },
  { key: 'budgets-objects', description: budgetOf('live heap objects'), default: 'auto' },
  { key: 'budgets-rss', description: budgetOf('resident bytes'), default: 'off' },
] as const satisfies readonly InputKey[]

/** Every scalar key of the configuration: what the action takes as inputs and the command line as flags. */
export const inputKeys: readonly InputKey[] = [
  {
    key: 'name',
    description: 'Name of the workload that the other inputs define, shown in reports.',
    default: '',
  },
  ...workloadKeys,
  ...runKeys,
]

function budgetOf(what: string): string {
  return `Accepted excess of ${what} per round: auto, off, or a quantity such as 2 or 64 kB.`
}
