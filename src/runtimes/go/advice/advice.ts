import type { Advice } from '../../advice.ts'
import { library } from './library.ts'
import { system } from './system.ts'
import { waits } from './waits.ts'

/** What Go's people know: how what the standard library made ends, and how a wait ends, by its kind. */
export const advice: Advice = {
  next: [...library, ...system, ...waits],
  now: [
    {
      // Of a server's own goroutine nobody's call tells more than what it is for.
      of: ['tasks'],
      is: /^IO wait net\/http\.\(\*conn\)\.serve$/,
      say: ['serves a connection that stays open (', { code: 'IO wait' }, ')'],
    },
  ],
  // As Go writes it beside a goroutine's state (runtime/traceback.go): proof where it stands,
  // nothing where it does not.
  proof: { state: /^(.*) \(leaked\)$/, by: ['Go’s collector reaches nothing that could'] },
}
