import { readFile, writeFile } from 'node:fs/promises'
import { startCommand } from '../../measure/process/commands.ts'
import { within } from '../../measure/process/waiting.ts'
import { openSandbox, type Sandbox } from '../../measure/sandbox.ts'
import type { Service, Survey, SurveyedJob } from '../../runtimes/onboarding/worker.ts'
import type { RecognisedWorker } from '../recognise/recognise.ts'
import { type Copy, setUp, workloadOf } from './copy.ts'
import { requestsFor } from './server.ts'
import { type TriedWorker, TryError } from './tried.ts'

/**
 * Sets it up, starts it, and asks it which jobs it takes and how long they last. Throws TryError, or what
 * a failed set-up throws. `limit`: milliseconds, set-up aside.
 */
export async function tryWorker(
  copy: Copy,
  recognised: RecognisedWorker,
  limit: number,
): Promise<Omit<TriedWorker, 'roles'>> {
  const workload = await workloadOf(copy, provisional(recognised))
  const { instrumentation, scratch, seconds, stoodIn } = await setUp(copy, recognised, workload)
  const { revision } = copy
  const request = { workload, revision, headDirectory: revision.directory, rounds: 1, scratch }
  await using sandbox = await openSandbox(request)
  const start = sandbox.command('start', recognised.start, {
    instrumentation: instrumentation.runEnv('first', sandbox.sockets),
  })
  const running = startCommand(start)
  const heard = listen(running.output.text, recognised)
  try {
    const ended = running.ended.then(({ how }) => {
      throw new TryError(`\`${recognised.start}\` ended with ${how}`, byHand, running.output.lines())
    })
    ended.catch(() => {}) // told below, or no more of interest
    const survey = await Promise.race([surveyed(copy, sandbox, recognised, limit), ended])
    const services = recognised.driver.servicesAt(survey.places)
    if (survey.why !== null) throw refused(survey, services, running.output.lines())
    const { failures, isReady } = heard.end()
    const jobs = survey.jobs.map((job) => withFailure(job, failures.get(job.name)))
    const plan = planOf(recognised, { ...survey, jobs })
    // Where its output says nothing of it, as with a log of its own, a round waits for its answer.
    return { ...plan, ready: isReady ? recognised.ready : null, setupSeconds: seconds, stoodIn, services }
  } finally {
    heard.end()
    running.release()
  }
}

/** What it printed all the while: the end alone is kept. */
function listen(output: () => string, { driver, ready }: RecognisedWorker) {
  const failures = new Map<string, string>()
  const pattern = new RegExp(ready.slice(1, -1))
  let isReady = false
  const look = (): void => {
    const text = output()
    isReady ||= pattern.test(text)
    for (const [name, error] of driver.failuresIn(text)) failures.set(name, error)
  }
  const timer = setInterval(look, 100)
  return {
    end: () => {
      clearInterval(timer)
      look()
      return { failures, isReady }
    },
  }
}

const byHand =
  'Start the worker by hand in a fresh clone to find what it needs (variables, a broker, a database), and add that to `start` or `setup`.'

const provisional = ({ folder, ready, runtime, setup, start }: RecognisedWorker): string =>
  JSON.stringify({
    workloads: {
      worker: {
        runtime,
        ...(folder !== '' && { directory: folder }),
        ...(setup !== null && { setup }),
        ...{ start, ready, round: 'true' },
      },
    },
  })

async function surveyed(
  copy: Copy,
  { command, profiles }: Sandbox,
  { driver }: RecognisedWorker,
  limit: number,
): Promise<Survey> {
  const script = `${profiles}/survey.${driver.ending}`
  const answer = `${script}.json`
  await writeFile(script, driver.survey)
  const running = startCommand(command('round', `${driver.command} "${script}" "${answer}"`))
  try {
    const late = () =>
      new TryError(
        `Its tasks were not tried within ${Math.round(limit / 1000)} s`,
        'Give it more: --time-limit 10m.',
        [],
      )
    await within(running.ended, { milliseconds: limit, signal: copy.signal, late })
    const text = await readFile(answer, 'utf8').catch(() => null)
    if (text === null)
      throw new TryError('Its application could not be asked for its tasks', byHand, running.output.lines())
    return JSON.parse(text)
  } finally {
    running.release()
  }
}

const withFailure = (job: SurveyedJob, error: string | undefined): SurveyedJob =>
  error === undefined ? job : { ...job, milliseconds: null, left: `failed when it was tried, with ${error}` }

function refused(
  { isReached, places, why }: Survey,
  services: readonly Service[],
  output: readonly string[],
): TryError {
  const [broker = 'its broker'] = places
  if (isReached) return new TryError(`Its tasks could not be sent: ${why}`, byHand, output)
  const [service] = services
  const start =
    service === undefined
      ? 'Start it, or name another one in the environment'
      : `Start one (\`docker run --rm -p ${service.at}:${service.port} ${service.image}\`), or name another one in the environment`
  const inWorkflow =
    service === undefined
      ? ''
      : ` A workflow needs it as a service: \`services: { ${service.name}: { image: ${service.image}, ports: ['${service.at}:${service.port}'] } }\`.`
  return new TryError(
    `Nothing answers at ${broker}, where the worker looks for its broker: ${why}`,
    `${start}, and run this again.${inWorkflow}`,
    [],
  )
}

/** In milliseconds: a task costs a worker several messages, and a confirming trial thrice the time. */
const longestRound = 1000

function planOf(recognised: RecognisedWorker, { jobs, waits }: Survey) {
  const timed = jobs.flatMap(({ milliseconds, name }) =>
    milliseconds === null ? [] : [{ name, milliseconds }],
  )
  const left = jobs.flatMap(({ left: why, name }) => (why === null ? [] : [`${name}: ${why}`]))
  if (timed.length === 0) throw nothingToSend(jobs)
  const times = timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const requests = requestsFor(times, longestRound)
  return {
    kind: 'worker' as const,
    recognised,
    jobs: timed.map(({ name }) => name),
    left,
    requests,
    waits,
    roundSeconds: (requests * times) / 1000,
  }
}

const nothingToSend = (jobs: readonly SurveyedJob[]): TryError =>
  new TryError(
    jobs.length === 0
      ? 'The worker runs, and knows no task'
      : 'The worker runs, and none of its tasks can be sent without knowing it',
    'Write a script that sends tasks with what they need and ends when they are done, and name it in `round`.',
    jobs.flatMap(({ error, left: why, name }) =>
      why === null ? [] : [`${name}: ${why}${error === undefined ? '' : ` (${error})`}`],
    ),
  )
