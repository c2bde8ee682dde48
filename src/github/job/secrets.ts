import { actionVariables } from '../../measure/process/secrets.ts'

/** What reaches the runner's own services. */
const reaching = /^ACTIONS_(RUNTIME|RESULTS|CACHE)_/

/** The variables by which a process of ours may reach the runner's services. */
export const servicesOf = (env: NodeJS.ProcessEnv): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && reaching.test(name) ? [[name, value] as const] : [],
    ),
  )

/**
 * Takes the action's own variables out of `env`, so that no command of the workload inherits a token.
 * Returns what puts them back, for the runner's services that read them there.
 */
export function withhold(env: NodeJS.ProcessEnv): () => void {
  const taken = Object.entries(env).filter(([name]) => actionVariables.test(name))
  for (const [name] of taken) delete env[name]
  return () => {
    for (const [name, value] of taken) env[name] = value
  }
}
