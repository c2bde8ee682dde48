import { expect, it } from 'vitest'
import { unseenHolders } from '../../src/explain/unseen.ts'
import type { Judgement } from '../../src/judge/verdict.ts'
import type { DiagnosedRole } from '../../src/measure/diagnose/diagnostic-run.ts'

const judged = (...findings: readonly { readonly role: string; readonly ruling: string }[]) =>
  ({ findings }) as unknown as Judgement
const leak = { role: 'python worker.py', ruling: 'leak' }
const seen = (name: string) => ({ name }) as DiagnosedRole
const remedy = 'Run it again.'

it('tells why nobody is told who holds a leak: a failed run, or one without its process', () => {
  const failure = { code: 'x', text: 'it was interrupted.', remedy }
  const texts = (judgement: Judgement, roles: readonly DiagnosedRole[]) =>
    unseenHolders(judgement, { roles, failure: null }).map(({ text }) => text)
  expect(unseenHolders(judged(leak), { roles: [], failure }).map(({ text }) => text)).toEqual([
    'Who holds it was not seen: it was interrupted.',
  ])
  expect(texts(judged(leak, leak), [seen('python web.py')])).toEqual([
    'Who holds what grows in `python worker.py` was not seen: the diagnostic run had no such process.',
  ])
  expect(texts(judged(leak), [seen('python worker.py')])).toEqual([])
  const unseen = 'its heap snapshot is larger than 1 GB, and is not searched.'
  expect(texts(judged(leak), [{ ...seen('python worker.py'), unseen }])).toEqual([
    `Who holds what grows in \`python worker.py\` was not seen: ${unseen}`,
  ])
  expect(texts(judged({ ...leak, ruling: 'existing' }), [])).toEqual([])
  expect(unseenHolders(judged(leak), null)).toEqual([])
})
