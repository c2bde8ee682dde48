import { setTimeout } from 'node:timers/promises'
import type { Fault } from '../harness/gate.ts'
import type { Answer, Failure } from '../harness/gate-types.ts'
import {
  badCredentials,
  locked,
  notForInstallations,
  notFound,
  primaryLimit,
  secondaryLimit,
  serverError,
  tooLong,
} from '../harness/github-answers.ts'
import type { Trouble } from '../harness/results.ts'

/** What GitHub does to one request of a run that has a leak to tell. */
export interface FaultCase {
  readonly on: 'reading' | 'creating' | 'updating' | 'removing'
  /** As the table in the docs calls it. */
  readonly fault: string
  readonly order: Omit<Fault, 'path' | 'method'>
  /** What the log warns of; null: nothing. */
  readonly warns: RegExp | null
  /** Comments of ours afterwards; one that stood before counts. 1 when left out. */
  readonly comments?: 0 | 1 | 2
}

const page: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  text: '<html>Please sign in</html>',
}
const cutShort: Answer = { status: 200, text: '[{"id":1,"bo' }
const error500: Answer = { status: 500, text: '' }
const always = { times: 99 }
const of = (answer: Failure, more: object = {}) => ({ answer, ...more })

export const faultCases: readonly FaultCase[] = [
  { on: 'reading', fault: 'no answer, ever', order: of('never', always), warns: /in time/, comments: 0 },
  { on: 'creating', fault: 'no answer, ever', order: of('never'), warns: /in time/, comments: 0 },
  {
    on: 'creating',
    fault: 'it takes effect, and is never answered',
    order: of('never', { applied: true }),
    warns: /in time/,
  },
  { on: 'updating', fault: 'no answer, ever', order: of('never'), warns: /in time/ },
  { on: 'reading', fault: '502, always', order: always, warns: /error of its own/, comments: 0 },
  { on: 'creating', fault: '502, always', order: always, warns: /error of its own/, comments: 0 },
  {
    on: 'reading',
    fault: 'connection reset, always',
    order: of('reset', always),
    warns: /did not answer/,
    comments: 0,
  },

  { on: 'reading', fault: '401', order: of(badCredentials), warns: /does not accept the token/, comments: 0 },
  {
    on: 'reading',
    fault: '403, no permission',
    order: of(notForInstallations),
    warns: /`pull-requests: write`/,
    comments: 0,
  },
  {
    on: 'creating',
    fault: '403, no permission',
    order: of(notForInstallations),
    warns: /`pull-requests: write`/,
    comments: 0,
  },
  {
    on: 'creating',
    fault: '403, the conversation is locked',
    order: of(locked),
    warns: /locked/,
    comments: 0,
  },
  { on: 'creating', fault: '403, rate, retry after 5 s', order: of(secondaryLimit(403, 5)), warns: null },
  {
    on: 'creating',
    fault: '403, rate, retry after an hour',
    order: of(secondaryLimit(403, 3600)),
    warns: /limits requests/,
    comments: 0,
  },
  {
    on: 'creating',
    fault: '403, rate, without a time',
    order: of(secondaryLimit(403)),
    warns: /limits requests/,
    comments: 0,
  },
  {
    on: 'reading',
    fault: '403, the hour’s requests used up',
    order: of(primaryLimit(3000)),
    warns: /limits requests/,
    comments: 0,
  },
  { on: 'creating', fault: '429, retry after 5 s', order: of(secondaryLimit(429, 5)), warns: null },
  {
    on: 'creating',
    fault: '429, without a time',
    order: of(secondaryLimit(429)),
    warns: /limits requests/,
    comments: 0,
  },
  {
    on: 'creating',
    fault: '429, retry after 5 s, twice',
    order: of(secondaryLimit(429, 5), { times: 2 }),
    warns: null,
  },
  { on: 'reading', fault: '404', order: of(notFound), warns: /not there/, comments: 0 },
  { on: 'creating', fault: '422', order: of(tooLong), warns: /too long/, comments: 0 },
  { on: 'reading', fault: '500, once', order: of(error500), warns: null },
  { on: 'creating', fault: '502 before the effect', order: of(serverError), warns: null },
  { on: 'creating', fault: '502 after the effect', order: of(serverError, { applied: true }), warns: null },
  { on: 'creating', fault: 'reset before the effect', order: of('reset'), warns: null },
  { on: 'creating', fault: 'reset after the effect', order: of('reset', { applied: true }), warns: null },
  { on: 'updating', fault: '502 after the effect', order: of(serverError, { applied: true }), warns: null },
  { on: 'updating', fault: 'reset before the effect', order: of('reset'), warns: null },
  { on: 'removing', fault: '502 after the effect', order: of(serverError, { applied: true }), warns: null },
  {
    on: 'removing',
    fault: '403, no permission',
    order: of(notForInstallations),
    warns: /`pull-requests: write`/,
    comments: 2,
  },
  {
    on: 'reading',
    fault: 'a page of HTML with status 200',
    order: of(page),
    warns: /not JSON/,
    comments: 0,
  },
  { on: 'reading', fault: 'JSON cut short', order: of(cutShort), warns: /not JSON/, comments: 0 },
  {
    on: 'creating',
    fault: 'a page of HTML with status 200, after the effect',
    order: of(page, { applied: true }),
    warns: null,
  },
  { on: 'creating', fault: 'a late answer (6 s)', order: { until: () => setTimeout(1000) }, warns: null },
]

/** What the service for artifacts does to every request, or `gone`: nobody listens there. */
export const artifactCases: readonly (readonly [trouble: Trouble | 'gone', fault: string, warns: RegExp])[] =
  [
    ['never', 'no answer, ever', /in time/],
    ['storage', 'its storage answers 500', /as an artifact/],
    ['down', '503, always', /as an artifact/],
    ['nonsense', 'a page of HTML with status 200', /as an artifact/],
    ['gone', 'nobody listens', /as an artifact/],
  ]

/**
 * What GitHub answers when a fork's pull request is looked for;
 * no comment comes of it where something is warned of.
 */
export const searchCases: readonly (readonly [
  fault: string,
  order: Omit<Fault, 'path' | 'method'>,
  warns: RegExp,
])[] = [
  ['no answer, ever', of('never', always), /in time/],
  ['401', of(badCredentials), /does not accept the token/],
  ['403, no permission', of(notForInstallations), /`pull-requests: write`/],
  ['403, rate, without a time', of(secondaryLimit(403)), /limits requests/],
  ['403, the hour’s requests used up', of(primaryLimit(3000)), /limits requests/],
  ['404', of(notFound), /not there/],
  ['429, retry after an hour', of(secondaryLimit(429, 3600)), /limits requests/],
  ['502, always', always, /error of its own/],
  ['connection reset, always', of('reset', always), /did not answer/],
  ['a page of HTML with status 200', of(page), /not JSON/],
  ['JSON that is no list', of({ status: 200, text: '{"a":1}' }), /not a list of pull requests/],
]
