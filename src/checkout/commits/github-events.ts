/** How the commit to compare with is chosen, and what the docs say of it. */
const ways = {
  'pull-request':
    "the target as it was merged (the merge's first parent), else the merge base with the target",
  'merge-group': 'the base of the merge group that GitHub names',
  push: 'the commit before the push; of a new branch, a new tag or a forced push the merge base with the default branch, or the parent of what is on it already',
  'ref-branch':
    'on the default branch, the newest tag before it, else the commit before; on a tag, the newest tag before it; on any other branch the merge base with the default branch',
  tag: 'the newest tag before it',
  'needs-base': 'nothing without `base`: it names no commit to compare with',
} as const

type Way = keyof typeof ways

const strangers =
  "refused: it would run a stranger's code with this repository's secrets and a token that can write; use `pull_request`"

interface Compared {
  readonly way: Way
}
interface Refused {
  readonly refused: string
}

const needsBase: Compared = { way: 'needs-base' }
const ofPullRequest: Compared = { way: 'pull-request' }

/** Every event that GitHub has, and what becomes of it. `docs/on-github.md` holds the same table. */
export const githubEvents = {
  branch_protection_rule: needsBase,
  check_run: needsBase,
  check_suite: needsBase,
  create: { way: 'ref-branch' },
  delete: { refused: 'refused: the branch or tag that it names is gone' },
  deployment: needsBase,
  deployment_status: needsBase,
  discussion: needsBase,
  discussion_comment: needsBase,
  dynamic: needsBase,
  fork: needsBase,
  gollum: needsBase,
  image_version: needsBase,
  issue_comment: { refused: strangers },
  issues: needsBase,
  label: needsBase,
  merge_group: { way: 'merge-group' },
  milestone: needsBase,
  page_build: needsBase,
  project: needsBase,
  project_card: needsBase,
  project_column: needsBase,
  public: needsBase,
  pull_request: ofPullRequest,
  pull_request_review: ofPullRequest,
  pull_request_review_comment: ofPullRequest,
  pull_request_target: { refused: strangers },
  push: { way: 'push' },
  registry_package: needsBase,
  release: { way: 'tag' },
  repository_dispatch: needsBase,
  schedule: { way: 'ref-branch' },
  status: needsBase,
  watch: needsBase,
  workflow_call: { refused: 'never seen: a called workflow has the event of its caller' },
  workflow_dispatch: { way: 'ref-branch' },
  workflow_run: {
    refused: `${strangers}; with \`mode: report\` it shows what the run of a fork has measured`,
  },
} as const satisfies Readonly<Record<string, Compared | Refused>>

/** What becomes of an event; one that GitHub did not have when this was written needs `base`. */
export function fateOf(event: string): Compared | Refused {
  return Object.hasOwn(githubEvents, event) ? githubEvents[event as keyof typeof githubEvents] : needsBase
}

/** The table of the docs, one row an event. */
export function eventRows(): readonly (readonly [event: string, fate: string])[] {
  return Object.keys(githubEvents).map((name) => {
    const fate = fateOf(name)
    return [`\`${name}\``, 'way' in fate ? ways[fate.way] : fate.refused]
  })
}
