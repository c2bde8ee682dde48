import { expect, it } from 'vitest'
import type { Key } from '../../src/configure/key.ts'
import { workloadKeys } from '../../src/configure/keys.ts'
import * as constants from '../../src/judge/constants.ts'
import { idleRounds } from '../../src/measure/rounds/idle.ts'
import { enoughWork, mostRepeats } from '../../src/measure/rounds/repeat.ts'
import { runtimes } from '../../src/runtimes/index.ts'
import { howItDecides } from './how-it-decides-page.ts'

it('docs/how-it-decides.md has the figures of the code', async () => {
  const defaults = Object.fromEntries(
    (workloadKeys as readonly Key[]).map((key) => [key.name, key.default ?? '']),
  )
  const repeat = { most: mostRepeats, milliseconds: enoughWork }
  const page = howItDecides({ constants, runtimes, idleRounds, repeat, defaults })
  expect(page).not.toMatch(/undefined|NaN/)
  await expect(page).toMatchFileSnapshot('../../docs/how-it-decides.md')
})
