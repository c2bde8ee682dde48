import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { cacheCall } from './cache-calls.ts'

/** An artifact as it was uploaded: the bytes of its zip. */
interface Artifact {
  readonly name: string
  readonly zip: Buffer
}

/**
 * The service that keeps a run's artifacts: its JSON calls, and the block uploads of the storage behind it.
 */
export interface ResultsService {
  readonly url: string
  readonly artifacts: readonly Artifact[]
  /** What a job needs in its environment. */
  readonly environment: Readonly<Record<string, string>>
  /** The keys' entries that its cache holds, by upload path. */
  readonly cached: ReadonlySet<string>
  /** Puts other bytes in the place of every entry of the cache. */
  forge(archive: Buffer): void
  /** From now on every call meets this. */
  fail(how: Trouble): void
  close(): Promise<void>
}

/** down: 503. never: no answer. nonsense: a page in place of JSON. storage: uploads are answered by 500. */
export type Trouble = 'down' | 'never' | 'nonsense' | 'storage'

const runId = '11111111-1111-4111-8111-111111111111'
const jobId = '22222222-2222-4222-8222-222222222222'

interface State {
  readonly artifacts: Artifact[]
  readonly created: Set<string>
  /** Blocks and whole blobs by upload path. */
  readonly blocks: Map<string, Map<string, Buffer>>
  readonly blobs: Map<string, Buffer>
  readonly cached: Set<string>
  trouble: Trouble | null
  url: string
}

export async function startResults(): Promise<ResultsService> {
  const maps = { blocks: new Map(), blobs: new Map(), created: new Set<string>(), cached: new Set<string>() }
  const state: State = { artifacts: [], ...maps, trouble: null, url: '' }
  const server = createServer((request, response) => answer(state, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: state.url,
    artifacts: state.artifacts,
    cached: state.cached,
    environment: {
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: `${state.url}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(),
    },
    forge(archive) {
      for (const path of state.cached) state.blobs.set(path, archive)
    },
    fail(how) {
      state.trouble = how
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Reply = readonly [status: number, body: object]

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await buffer(request)
  const url = new URL(request.url ?? '/', state.url)
  const { trouble } = state
  if (trouble === 'never') return
  if (trouble === 'nonsense') return void response.writeHead(200).end('<html>Please sign in</html>')
  if (url.pathname.startsWith('/blob/')) {
    if (trouble === 'storage') return void response.writeHead(500).end()
    if (request.method === 'GET')
      return void response
        .writeHead(200, { 'content-type': 'application/zip' })
        .end(state.blobs.get(url.pathname))
    return store(state, url, bytes, response)
  }
  const [status, body] =
    trouble === 'down' ? [503, { code: 'unavailable' }] : called(state, url.pathname, bytes)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function called(state: State, path: string, bytes: Buffer): Reply {
  const cache = cacheCall(state, path, JSON.parse(bytes.toString() || '{}'))
  if (cache !== null) return [200, cache]
  const method = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/.exec(path)?.[1]
  const call = JSON.parse(bytes.toString() || '{}') as ArtifactCall
  if (method === 'CreateArtifact') return create(state, call)
  if (method === 'FinalizeArtifact') return finalize(state, call)
  if (method === 'ListArtifacts') return list(state, call)
  if (method === 'GetSignedArtifactURL')
    return [200, { signed_url: `${state.url}/blob/${encodeURIComponent(call.name)}?sig=x` }]
  return [404, { code: 'bad_route', msg: path }]
}

interface ArtifactCall {
  readonly name: string
  readonly size?: string
  readonly id_filter?: string
  readonly hash?: { readonly value: string } | string
}

/** All of the run, or the one that `id_filter` names. */
function list(state: State, { id_filter: wanted }: ArtifactCall): Reply {
  const ids = { workflow_run_backend_id: runId, workflow_job_run_backend_id: jobId }
  const artifacts = state.artifacts.map(({ name, zip }, i) => ({
    ...ids,
    database_id: String(i + 1),
    name,
    size: String(zip.length),
  }))
  return [200, { artifacts: artifacts.filter((one) => wanted === undefined || one.database_id === wanted) }]
}

function create(state: State, { name }: ArtifactCall): Reply {
  if (state.created.has(name))
    return [409, { code: 'already_exists', msg: 'an artifact with this name already exists' }]
  state.created.add(name)
  return [200, { ok: true, signed_upload_url: `${state.url}/blob/${encodeURIComponent(name)}?sig=x` }]
}

function finalize(state: State, call: ArtifactCall): Reply {
  const zip = state.blobs.get(`/blob/${encodeURIComponent(call.name)}`) ?? Buffer.alloc(0)
  const digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`
  const claimed = typeof call.hash === 'string' ? call.hash : call.hash?.value
  const fits = call.size === String(zip.length) && (!claimed || claimed === digest)
  if (!fits) return [400, { code: 'invalid_argument', msg: 'size or hash does not fit what was uploaded' }]
  state.artifacts.push({ name: call.name, zip })
  return [200, { ok: true, artifact_id: String(state.artifacts.length) }]
}

/**
 * Block blobs: `comp=block` stages one, `comp=blocklist` puts those named together,
 * else the body is the whole.
 */
function store(state: State, url: URL, bytes: Buffer, response: ServerResponse): void {
  const staged = state.blocks.get(url.pathname) ?? new Map<string, Buffer>()
  state.blocks.set(url.pathname, staged)
  const part = url.searchParams.get('comp')
  if (part === 'block') staged.set(url.searchParams.get('blockid') ?? '', bytes)
  else state.blobs.set(url.pathname, part === 'blocklist' ? Buffer.concat(listed(bytes, staged)) : bytes)
  const known = { etag: '"0x1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': randomUUID() }
  response.writeHead(201, { ...known, 'x-ms-version': '2024-11-04' }).end()
}

function listed(xml: Buffer, staged: ReadonlyMap<string, Buffer>): Buffer[] {
  const ids = xml.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)
  return [...ids].flatMap(([, id = '']) => staged.get(id) ?? [])
}

/** The library reads the run's id out of the token's scope and does not check its signature. */
function runtimeToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const scope = `Actions.Results:${runId}:${jobId}`
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: scope, exp: 4_000_000_000 })}.x`
}
