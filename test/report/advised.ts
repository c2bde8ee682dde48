import { advise } from '../../src/explain/advise.ts'
import { type Result, resultSchema } from '../../src/report/result.ts'
import { runtimes } from '../../src/runtimes/index.ts'

/** A captured result with the advice that its runtimes give today. */
export const advised = (result: Result): Result =>
  resultSchema.parse({
    ...result,
    workloads: result.workloads.map((workload) => {
      const { advice } = Object.values(runtimes).find(({ name }) => name === workload.runtime) ?? {}
      const findings = workload.findings.map((finding) =>
        advice === undefined ? finding : { ...finding, advice: advise(advice, finding) },
      )
      return { ...workload, findings }
    }),
  })
