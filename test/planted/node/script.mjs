import { work } from './work.mjs'

for (let i = 0; i < Number(process.env.LEAKDIFF_ROUNDS); i++) {
  work()
  await fetch(`${process.env.LEAKDIFF_URL}/round`, { method: 'POST' })
}
