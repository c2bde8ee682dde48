import { expect, it } from 'vitest'
import { annotations } from '../../src/report/render/annotations.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import type { Result } from '../../src/report/result.ts'
import { options, resultOf } from './results.ts'

const changed = (result: Result, change: (workload: Result['workloads'][number]) => object): Result => ({
  ...result,
  workloads: result.workloads.map((workload) => ({ ...workload, ...change(workload) })),
})

it('names the call that all is inside, below the function to read first', () => {
  const place = { file: 'server/join.go', line: 12, inProject: true, changed: false }
  const inside = { function: 'acme.com/node/server.(*Server).join', ...place }
  const told = changed(resultOf('heap-red'), ({ findings }) => ({
    findings: findings.map((f) => ({ ...f, inside })),
  }))
  expect(renderComment(told, options)).toMatch(
    /All inside `server\.\(\*Server\)\.join` at \[`?server\/join\.go:12/,
  )
  expect(renderComment(resultOf('heap-red'), options)).not.toContain('All inside')
})

it('tells growth that its total hides even when nothing else is told', () => {
  const text = 'old and fresh take turns.'
  const noted = changed(resultOf('pass'), () => ({ notes: [{ code: 'masked-growth', text }] }))
  expect(renderComment(noted, options)).toContain(text)
})

it.each(['in the terminal', 'in the comment'])('tells %s why nobody is named as the holder', (place) => {
  const text = 'Who holds it was not seen: the program ended by a signal.'
  const noted = changed(resultOf('heap-red'), () => ({ notes: [{ code: 'not-explained', text }] }))
  const told = place === 'in the terminal' ? renderTerminal(noted, options) : renderComment(noted, options)
  const folded = told.indexOf('<details>')
  expect(told.slice(0, folded < 0 ? undefined : folded)).toContain(text)
})

it('names what grew by its own name, not what stands far above it', () => {
  const path = 'instance → AppService → recent → Map → Object'
  const holder = { path, share: 0.97, collection: 'AppService.recent', why: 'holds' }
  const told = changed(resultOf('heap-red'), ({ findings }) => ({
    findings: findings.map(({ advice: _, ...f }) => ({ ...f, holders: [holder] })),
  }))
  expect(renderComment(told, options)).toContain('no longer needed from `AppService.recent`')
})

const registeredBy = {
  function: 'on price',
  file: 'app.js',
  line: 15,
  inProject: true,
  changed: false,
}

it('names the line that registered a listener before whoever allocated what it keeps', () => {
  const of = (owner: { readonly inProject: boolean; readonly inDependency?: boolean }) =>
    changed(resultOf('heap-red'), ({ findings }) => ({
      findings: findings.map((f) => ({
        ...f,
        registeredBy,
        changedLines: [],
        stack: f.stack.map((frame) => ({ ...frame, file: 'lib/add.js', line: 3, ...owner })),
      })),
    }))
  const own = of({ inProject: true })
  expect(renderComment(own, options)).toMatch(
    /behind, kept by `on price` at \[`app\.js:15`\]\S+ allocated by `[^`]+` at \[`lib\/add\.js:3`\]/,
  )
  expect(annotations(own, options)[0]).toMatchObject({ file: 'app.js', line: 15 })
  const framework = renderComment(of({ inProject: false, inDependency: true }), options)
  expect(framework).toContain('kept by `on price`')
  expect(framework).not.toContain('allocated by')
})
