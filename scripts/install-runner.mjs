// Installs a test runner of Node into .cache/NAME: node scripts/install-runner.mjs jest-30   → prints its
// node_modules; does nothing when it is there
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './alone.mjs'

/** Exactly, as all that tests are read with. */
const packages = {
  'jest-30': ['jest@30.5.2', 'ts-jest@29.4.15', 'typescript@5.9.3', '@swc/jest@0.2.39', '@swc/core@1.16.22'],
  'jest-29': ['jest@29.7.0'],
  'mocha-11': ['mocha@11.8.0', 'tsx@4.23.15', 'ts-node@10.9.2', 'typescript@5.9.3'],
  'mocha-10': ['mocha@10.8.2'],
  /** What stands beside tests in many suites. */
  companions: [
    'jest@30.5.2',
    'jest-environment-jsdom@30.5.2',
    'mocha@11.8.0',
    'ts-mocha@11.1.0',
    'tsx@4.23.15',
    'ts-node@10.9.2',
    'typescript@5.9.3',
    '@swc/jest@0.2.39',
    '@swc/core@1.16.22',
    '@swc-node/register@1.12.1',
    'ts-jest@29.4.15',
    'babel-jest@30.5.2',
    '@babel/core@7.29.13',
    '@babel/preset-env@7.29.14',
    '@babel/preset-typescript@7.29.7',
    'supertest@7.3.2',
    'express@5.3.0',
    'jsdom@29.1.1',
    'sinon@22.1.0',
    'nock@14.0.17',
    'msw@2.15.0',
    '@nestjs/testing@11.2.6',
    '@nestjs/common@11.2.10',
    '@nestjs/core@11.2.10',
    '@nestjs/platform-express@11.2.10',
    'reflect-metadata@0.2.2',
    'rxjs@7.8.2',
  ],
}

const script = fileURLToPath(import.meta.url)
const homeOf = (name) => join(dirname(script), '../.cache', name)
const isThere = (name) => existsSync(join(homeOf(name), 'installed'))

/** The folder node_modules of a runner; `vitest-4` is the newest of that version. */
export function installRunner(name) {
  if (!isThere(name)) alone(homeOf(name), script, name)
  return join(homeOf(name), 'node_modules')
}

function install(name) {
  const home = homeOf(name)
  mkdirSync(home, { recursive: true })
  const options = [
    '--prefer-offline',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--legacy-peer-deps',
  ]
  execFileSync('npm', ['i', ...options, '--prefix', home, ...(packages[name] ?? [name.replace('-', '@')])], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  writeFileSync(join(home, 'installed'), '')
}

if (process.argv[1] === script) {
  const [, , name = '', how] = process.argv
  if (how !== 'alone') console.log(installRunner(name))
  else if (!isThere(name)) install(name)
}
