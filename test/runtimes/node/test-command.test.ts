import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testCommand } from '../../../src/runtimes/node/init/tests.ts'
import { testArguments } from '../../../src/runtimes/node/probe/tests/arguments.ts'
import { findTests } from '../../../src/runtimes/node/test-command/find-tests.ts'
import { refuseTests } from '../../../src/runtimes/node/test-command/refuse-tests.ts'

const scripts = {
  'test:unit': 'vitest run --dir unit',
  lint: 'eslint .',
  generate: 'prisma generate',
  a: 'npm run a',
}

describe('the part of a command that runs tests', () => {
  it.each([
    ['node --test', 'node --test'],
    ['NODE_ENV=test node --test', 'NODE_ENV=test node --test'],
    ['tsx --test test/*.ts', 'npx tsx --test test/*.ts'],
    ['node --import tsx --test test/*.ts', 'node --import tsx --test test/*.ts'],
    ['c8 -r text --check-coverage node --test', 'node --test'],
    ['npm run lint && node --test', 'node --test'],
    ['xo && node --test', 'node --test'],
    ['vitest', 'npx vitest run'],
    ['vitest --run --coverage --reporter=dot', 'npx vitest run --reporter=dot'],
    ['TZ=UTC vitest run', 'TZ=UTC npx vitest run'],
    ['cross-env NODE_ENV=test vitest run', 'NODE_ENV=test npx vitest run'],
    ['dotenv -e .env.test -- vitest run', 'npx dotenv -e .env.test -- npx vitest run'],
    ['npm run build && vitest run', 'npx vitest run'],
    ['npm run test:unit -- --silent', 'npx vitest run --dir unit --silent'],
    ['npm run generate && jest', 'npm run generate && npx jest'],
    ['run-s lint test:*', 'npx vitest run --dir unit'],
    ['jest --watchAll', 'npx jest'],
    ['yarn jest', 'npx jest'],
    ['yarn run jest --ci', 'npx jest --ci'],
    ['jest --runInBand', 'npx jest --runInBand'],
    ['nyc --silent npm run test:unit', 'npx vitest run --dir unit'],
    ['npm run lint; npm run test:unit', 'npx vitest run --dir unit'],
    [
      'NODE_OPTIONS=--experimental-vm-modules npx jest',
      'NODE_OPTIONS="$NODE_OPTIONS --experimental-vm-modules" npx jest',
    ],
    ['turbo run build && jest', 'npx turbo run build && npx jest'],
    ['NODE_OPTIONS=--no-warnings jest', 'NODE_OPTIONS="$NODE_OPTIONS --no-warnings" npx jest'],
    ['node --expose-gc node_modules/.bin/jest', 'node --expose-gc node_modules/.bin/jest'],
    ['tsc && mocha dist/**/*.test.js && echo done', 'npx tsc && npx mocha dist/**/*.test.js'],
    ['nyc --reporter lcov mocha "test/**/*.ts"', 'npx mocha "test/**/*.ts"'],
    ['if [ -z "$CI" ]; then jest --watch; else jest; fi', 'npx jest'],
    ['borp', 'npx borp'],
    ['concurrently "npm:test:*" npm:lint', 'npx vitest run --dir unit'],
    ["concurrently --names 'a,b' -k mocha 'tsc --noEmit'", 'npx mocha'],
    ['concurrently -k "node server.js" mocha', 'npx concurrently -k "node server.js" mocha'],
    ['start-server-and-test start :3000 mocha', 'npx start-server-and-test start :3000 mocha'],
    ['is-ci || jest', 'npx jest'],
    ['is-ci && jest --ci || jest --watch', 'npx jest --ci'],
    ['is-ci test:unit lint', 'npx vitest run --dir unit'],
    ['sh -c "tsc --noEmit && jest"', 'npx jest'],
    ['tsdx test', 'npx tsdx test'],
    ['dts test --passWithNoTests', 'npx dts test --passWithNoTests'],
    ['react-scripts test --watchAll=false', 'npx react-scripts test --watchAll=false'],
    ['ts-mocha -p tsconfig.json test/*.ts', 'npx ts-mocha -p tsconfig.json test/*.ts'],
    ['jest -w 2', 'npx jest -w 2'],
    ['mocha -w', 'npx mocha'],
    ['export NODE_ENV=test && jest', 'export NODE_ENV=test && npx jest'],
    ['set NODE_ENV=test&& jest', 'npx jest'],
    ['docker compose up -d && jest', 'docker compose up -d && npx jest'],
    ['./node_modules/mocha/bin/mocha.js', './node_modules/mocha/bin/mocha.js'],
    ['node -r a/register node_modules/.bin/jest -i', 'node -r a/register node_modules/.bin/jest -i'],
    ['node --run test:unit -- --silent', 'npx vitest run --dir unit --silent'],
    ['corepack pnpm test:unit', 'npx vitest run --dir unit'],
    ['yarn node --test', 'node --test'],
    ['pnpm run "/^test:/"', 'npx vitest run --dir unit'],
    ['run-s "test:unit -- {@}" --', 'npx vitest run --dir unit'],
    ['if-env CI=true && npm run test:unit', 'npx vitest run --dir unit'],
    ['glob -c "tsx --test" "test/*.ts"', 'npx glob -c "tsx --test" "test/*.ts"'],
  ])('of %s', (command, part) => {
    expect(findTests(command, scripts)).toMatchObject({ kind: 'repeatable', command: part })
  })

  it.each([
    ['ava', { kind: 'refused', runner: 'ava' }],
    ['xo && c8 tap', { kind: 'refused', runner: 'tap' }],
    ['bun test', { kind: 'refused', runner: 'bun' }],
    ['pnpm exec vitest --browser', { kind: 'refused', runner: 'vitest in a browser' }],
    ['turbo run test', { kind: 'delegated', to: 'turbo' }],
    ['nx test', { kind: 'delegated', to: 'nx' }],
    ['concurrently npm:lint tape', { kind: 'refused', runner: 'tape' }],
    ['pnpm -r test', { kind: 'delegated', to: 'pnpm' }],
    ['npm test --workspace=packages/a', { kind: 'delegated', to: 'npm' }],
    ['cucumber-js', { kind: 'refused', runner: 'cucumber' }],
    ['npm run test:all', { kind: 'missing', script: 'test:all' }],
    ['npm run a', null],
    ['cd packages/a && npm test', null],
    ['echo "Error: no test specified" && exit 1', null],
  ])('of %s is none that is repeated, by name', (command, found) => {
    expect(findTests(command, scripts)).toEqual(found)
  })
})

describe('what init tries', () => {
  const manifest = { name: null, isModule: false, dependencies: [], packageManager: null, workspaces: [] }
  const tried = (test: string) => testCommand({ ...manifest, scripts: { ...scripts, test } })

  it.each([
    'make test',
    './test.sh',
    'node test.js',
    'xvfb-run -a mocha',
    'cd web && npm test',
    'tape test/*.js',
  ])('of %s is the script itself, since trying tells', (test) => expect(tried(test)).toBe('npm test'))

  it.each([
    'echo "Error: no test specified" && exit 1',
    'exit 0',
    'npm run lint',
    'xo && tsd',
    'npm run test:all',
  ])('of %s is nothing', (test) => expect(tried(test)).toBeNull())
})

it('a runner does not choose its files by what git calls changed', () => {
  const jest = '/x/node_modules/.bin/jest'
  const given = ['-i', '-o', '--changedSince', 'main', '--changedSince=main', '--watch', 'a.test.js']
  expect(testArguments(jest, given)).toEqual(['-i', 'a.test.js', '--forceExit', '--coverage=false'])
})

describe('tests that cannot be repeated are refused before anything is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leakdiff-refused-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const manifest = (test: string) =>
    writeFileSync(join(folder, 'package.json'), `{"scripts":{"test":"${test}"}}`)

  it.each([
    ['c8 ava', /Tests of ava cannot be repeated/],
    ['turbo run test', /turbo runs the tests of packages in an environment of its own/],
    ['NODE_OPTIONS=--no-warnings jest', /replaces the NODE_OPTIONS/],
  ])('%s', async (script, text) => {
    manifest(script)
    await expect(refuseTests('npm test', folder)).rejects.toThrow(text)
  })

  it('vitest in a browser, by its configuration', async () => {
    manifest('vitest run')
    await refuseTests('npm test', folder)
    writeFileSync(join(folder, 'vitest.config.ts'), 'export default { test: { browser: { enabled: true } } }')
    await expect(refuseTests('npm test', folder)).rejects.toThrow(/vitest in a browser/)
  })
})
