import type { Read } from './read.ts'
import type { Holder, OldObject, Root, StartedThread } from './recording.ts'

/** The recorder tells at most two hundred. */
const mostHolders = 1000

/** jdk.OldObjectSample. */
export const oldObjectOf = (event: Read): OldObject => {
  const object = event.of('object')
  return {
    type: object?.type('type') ?? '',
    size: event.number('objectSize'),
    elements: event.number('arrayElements'),
    allocatedAt: event.time('allocationTime'),
    stack: event.stack('stackTrace'),
    chain: object === null ? [] : chainOf(object),
    root: rootOf(event.of('root')),
  }
}

/** Nobody but the JVM writes chains, yet one that led in a circle would never end. */
function chainOf(object: Read): readonly Holder[] {
  const chain: Holder[] = []
  for (let at = object.of('referrer'); at !== null && chain.length < mostHolders; ) {
    const holder = at.of('object')
    if (holder === null) break
    chain.push(holderOf(at, holder))
    at = holder.of('referrer')
  }
  return chain.toReversed()
}

function holderOf(reference: Read, holder: Read): Holder {
  const field = reference.of('field')
  return {
    type: holder.type('type'),
    // The description of any other object may be a text of the program's own.
    ofClass: /^Class Name: ([\w.$/+]+)$/.exec(holder.text('description') ?? '')?.[1] ?? null,
    field: field?.text('name') ?? null,
    isStatic: ((field?.number('modifiers') ?? 0) & 0x8) !== 0,
    skipped: reference.number('skip') ?? 0,
  }
}

function rootOf(root: Read | null): Root | null {
  return root === null ? null : { system: root.text('system') ?? '', type: root.text('type') ?? '' }
}

/** jdk.ThreadStart. */
export const startedThreadOf = (event: Read): StartedThread => {
  const thread = event.of('thread')
  return {
    name: thread?.text('javaName') ?? '',
    id: thread?.number('javaThreadId') ?? 0,
    parent: event.of('parentThread')?.number('javaThreadId') ?? 0,
    startedAt: event.time('startTime'),
    stack: event.stack('stackTrace'),
  }
}
