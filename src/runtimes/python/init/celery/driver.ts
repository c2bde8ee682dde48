import type { Waits, WorkerDriver, WorkerRequest } from '../../../onboarding/worker.ts'
import { servicesAt } from './services.ts'
import { surveyText } from './survey.ts'

/** Of an application as `-A` takes it. `python`: with the variables before it. */
export const celeryDriver = (application: string, python: string): WorkerDriver => ({
  ending: 'py',
  command: python,
  survey: surveyText(
    `${imports(['inspect', 'json', 're'])}${opening(application)}${runs.control}${runs.results}`,
  ),
  servicesAt,
  failuresIn,
  addition: '("shop.tasks.receipt", [1], {"colour": "red"}),',
  text: (request) => roundText(application, request),
})

/** As a worker tells of them at level INFO, whether results are kept or not. */
const failuresIn = (output: string): ReadonlyMap<string, string> =>
  new Map(
    [...output.matchAll(/\bTask (\S+?)\[[\w-]+\] raised (?:un)?expected: (\w*)/g)].map(
      ([, name = '', error = '']) => [name, error],
    ),
  )

const imports = (more: readonly string[]): string =>
  `${[...more, 'os', 'sys', 'time']
    .toSorted()
    .map((name) => `import ${name}`)
    .join('\n')}\n`

const opening = (application: string): string => `
sys.path.insert(0, os.getcwd())
from celery.app.utils import find_app

app = find_app("${application}")
app.loader.import_default_modules()
worker = "leakdiff@" + os.environ["PORT"]
queue = "leakdiff-" + os.environ["PORT"]
`

/** A worker tells how many of each it has begun, and which it has or works at. */
const runs: Readonly<Record<Waits, string>> = {
  control: `

def run_and_ask(calls, seconds):
    asked = app.control.inspect([worker], timeout=10)

    def look():
        begun = (asked.stats() or {}).get(worker, {}).get("total")
        if begun is None:
            raise RuntimeError("the worker does not answer")
        at_work = [one for found in (asked.active(), asked.reserved()) for one in (found or {}).get(worker, [])]
        return sum(begun.get(name, 0) for name in {name for name, _, _ in calls}), len(at_work)

    first, _ = look()
    sent = [app.send_task(name, args, kwargs, queue=queue) for name, args, kwargs in calls]
    late = time.monotonic() + seconds
    quiet = 0
    # Twice: what a task has sent may be on its way.
    while quiet < 2:
        begun, at_work = look()
        quiet = quiet + 1 if begun - first >= len(sent) and at_work == 0 else 0
        if time.monotonic() > late:
            raise TimeoutError("%d of %d tasks were begun, and %d not ended, within %d s" % (begun - first, len(sent), at_work, seconds))
        time.sleep(0.02)
    if type(app.backend).__name__ != "DisabledBackend":
        fine([one for one in sent if one.state == "FAILURE"])


def fine(failed):
    if failed:
        raise RuntimeError("%d tasks failed, first: %r" % (len(failed), failed[0].result))
`,
  results: `

def run_and_get(calls, seconds):
    sent = [app.send_task(name, args, kwargs, queue=queue) for name, args, kwargs in calls]
    for one in sent:
        one.get(timeout=seconds)
`,
}

function roundText(application: string, { heading, jobs, requests, waits }: WorkerRequest): string {
  const run = waits === 'control' ? 'run_and_ask' : 'run_and_get'
  return `${heading.map((line) => `# ${line}`.trimEnd()).join('\n')}
${imports([])}${opening(application)}
# Name, arguments, named arguments.
tasks = [
${jobs.map((name) => `    (${JSON.stringify(name)}, [], {}),`).join('\n')}
]
${runs[waits]}

${waits === 'control' ? knownText : ''}${run}([call for call in tasks for _ in range(${requests})], 300)
`
}

/** The driver is head's on both sides. */
const knownText = `# A task that only one of the two revisions has is sent to that one alone.
late = time.monotonic() + 60
known = None
while known is None and time.monotonic() < late:
    known = (app.control.inspect([worker], timeout=10).registered() or {}).get(worker)
known = known or []
tasks = [task for task in tasks if any(one.split(" ")[0] == task[0] for one in known)]
if not tasks:
    sys.exit("the worker knows none of these tasks")
`
