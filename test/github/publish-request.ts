import type { Config } from '../../src/configure/config.ts'
import type { PullRequest } from '../../src/github/job/event.ts'
import type { Annotation } from '../../src/report/render/annotations.ts'
import type { Result } from '../../src/report/result.ts'

export interface PublishRequest {
  readonly result: Result
  readonly pullRequest: PullRequest | null
  readonly token: string | null
  readonly key: string
  readonly comment: Config['comment']
  readonly failOn: Config['failOn']
  readonly artifact: boolean
  readonly forms?: {
    readonly comment?: string
    readonly summary?: string
    readonly annotations?: readonly Annotation[]
  }
}
