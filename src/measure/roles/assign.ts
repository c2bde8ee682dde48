import type { Role, Trial } from '../../trial/trial.ts'
import type { Observation } from '../rounds/observe.ts'
import type { Member } from './discovery.ts'
import { snapshotsToCount } from './liveness.ts'
import { poolNames, type RoleProcess } from './roles.ts'

/** Who counts in a trial, and in which role. */
export interface RoleAssignment {
  readonly roles: readonly Role[]
  /** Index into `roles` by the key of a member; who came and went is absent. */
  readonly roleOf: ReadonlyMap<string, number>
  readonly notes: Trial['notes']
}

interface Appearance {
  readonly named: RoleProcess
  readonly started: boolean
  readonly probed: boolean
  readonly answers: number
  readonly first: Observation
  readonly last: Observation
}

/**
 * A process counts once it answered two snapshots, is one more of a pool when the trial ends, or one of a
 * pool that lives by being renewed.
 */
export function assignRoles(observations: readonly Observation[]): RoleAssignment {
  const all = [...appearances(observations).values()]
  const sure = all.filter((a) => a.answers >= snapshotsToCount)
  const end = observations.at(-1)
  const newest = all.filter((a) => !sure.includes(a) && a.last === end && sure.some((s) => samePool(s, a)))
  const rest = all.filter((a) => !sure.includes(a) && !newest.includes(a))
  const passing = passingPools(rest, all, observations)
  const counted = [...sure, ...newest, ...passing]
  const names = poolNames(counted.map((a) => a.named))
  const roleNames = [...new Set(counted.map((a) => nameOf(names, a)))]
  const roleOf = new Map(counted.map((a) => [a.named.key, roleNames.indexOf(nameOf(names, a))]))
  const roles = roleNames.map((name, index) => {
    const players = counted.filter((a) => nameOf(names, a) === name)
    const processes = Math.max(...observations.map((o) => playing(o, roleOf, index).length))
    const seen = players.some((a) => a.probed) ? ('probe' as const) : ('proc' as const)
    const renewed =
      players.some((a) => passing.includes(a)) || (seen === 'probe' && isRenewed(players, observations))
    const role = { name, started: players.some((a) => a.started), seen, processes }
    return renewed ? { ...role, renewed: true as const } : role
  })
  const gone = all.filter((a) => !counted.includes(a))
  return {
    roles,
    roleOf,
    notes: [
      ...shortLived(gone),
      ...procOnly(roles),
      ...renewals(roles),
      ...late(roles, roleOf, observations),
    ],
  }
}

function appearances(observations: readonly Observation[]): ReadonlyMap<string, Appearance> {
  const found = new Map<string, Appearance>()
  for (const observation of observations) {
    for (const { member } of observation.reading) {
      const { named, started, probes } = member
      const known = found.get(named.key)
      found.set(named.key, {
        named,
        started,
        probed: probes.length > 0 || known?.probed === true,
        answers: (known?.answers ?? 0) + 1,
        first: known?.first ?? observation,
        last: observation,
      })
    }
  }
  return found
}

const samePool = (a: Appearance, b: Appearance): boolean =>
  a.named.name === b.named.name && a.named.parent?.key === b.named.parent?.key

/**
 * Processes of which none stays for two snapshots, while in half of the rounds or more one of them is there:
 * workers that are renewed every round. Left out as short-lived they would pass unseen, though they do the
 * work. One that has just come may have no probe yet: its program tells that it will.
 */
function passingPools(
  gone: readonly Appearance[],
  all: readonly Appearance[],
  observations: readonly Observation[],
): readonly Appearance[] {
  const probed = new Set(all.filter((a) => a.probed).map((a) => a.named.name))
  const rounds = observations.filter((o) => o.moment === 'round')
  return gone.filter((a) => {
    const seen = gone.filter((b) => samePool(a, b)).map((b) => b.last)
    const there = rounds.filter((o) => seen.includes(o)).length
    return probed.has(a.named.name) && there > 1 && 2 * there >= rounds.length
  })
}

const nameOf = (names: ReadonlyMap<string, string>, { named }: Appearance): string =>
  names.get(named.key) ?? named.name

function playing(o: Observation, roleOf: RoleAssignment['roleOf'], role: number): readonly Member[] {
  return o.reading.map((r) => r.member).filter((m) => roleOf.get(m.named.key) === role)
}

function shortLived(gone: readonly Appearance[]): RoleAssignment['notes'] {
  const counts = new Map<string, number>()
  for (const { named } of gone) counts.set(named.name, (counts.get(named.name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({
    code: 'short-lived',
    text: `${count === 1 ? 'A process' : `${count} processes`} of \`${name}\` came and went, and ${count === 1 ? 'is' : 'are'} not counted.`,
  }))
}

function procOnly(roles: readonly Role[]): RoleAssignment['notes'] {
  return roles
    .filter((role) => role.seen === 'proc')
    .map(({ name }) => ({
      code: 'proc-only',
      text: `\`${name}\` has no probe: its memory, threads and open files are seen from /proc alone.`,
    }))
}

/**
 * Whether one of them was there when measuring began, or later, and was gone by the last round; or after it,
 * when another has come. (What is measured one after the other, as tests are, may end after different numbers
 * of idle phases: that alone is no renewal.)
 */
function isRenewed(players: readonly Appearance[], observations: readonly Observation[]): boolean {
  const at = (o: Observation) => observations.indexOf(o)
  const first = observations.findIndex((o) => o.moment === 'round')
  const last = observations.findLastIndex((o) => o.moment === 'round')
  const came = players.some((a) => at(a.first) > first)
  const end = came ? observations.length - 1 : last
  return players.some((a) => at(a.last) >= first && at(a.last) < end)
}

function renewals(roles: readonly Role[]): RoleAssignment['notes'] {
  return roles
    .filter((role) => role.renewed)
    .map(({ name }) => ({
      code: 'pool-renewed',
      text: `Workers of the pool \`${name}\` were renewed during the trial: what the old ones held is gone with them, so the pool is not judged.`,
    }))
}

// A series with holes has no growth per round: what a role holds that comes late is not judged, which has to
// be said.
function late(
  roles: readonly Role[],
  roleOf: RoleAssignment['roleOf'],
  observations: readonly Observation[],
): RoleAssignment['notes'] {
  const rounds = observations.filter((o) => o.moment === 'round')
  return roles.flatMap(({ name, seen }, index) => {
    const there = rounds.filter((o) => playing(o, roleOf, index).length > 0).length
    if (seen === 'proc' || there === rounds.length) return []
    const text = `\`${name}\` ran in only ${there} of ${rounds.length} rounds, so its totals are not judged. With more warm-up rounds it may run before the first measured one.`
    return [{ code: 'role-incomplete', text }]
  })
}
