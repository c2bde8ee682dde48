import { expect, it } from 'vitest'
import { nodeRoutes } from '../../src/runtimes/node/init/routes/routes.ts'

type Files = Readonly<Record<string, string>>

const told = (files: Files): readonly string[] =>
  nodeRoutes({ files: Object.keys(files), read: (file) => files[file] ?? null }, Object.keys(files)).map(
    ({ method, path }) => `${method} ${path}`,
  )

it.each<[string, Files, readonly string[]]>([
  [
    'several methods of one path',
    {
      'a.js':
        "const router = express.Router()\nrouter.route('/users').get(list).post(valid(user), add)\nrouter\n  .route('/users/:id')\n  .get(one)\napp.use('/api', router)",
    },
    ['GET /api/users', 'POST /api/users', 'GET /api/users/:id'],
  ],
  ['several paths of one handler', { 'a.js': "app.get(['/a', '/b'], h)" }, ['GET /a', 'GET /b']],
  [
    'types of a request, on lines of their own too',
    {
      'a.ts':
        "app.get<{ Params: { id: string } }>('/items/:id', one)\napp.get<{\n  Querystring: Map<string, () => void>\n}>(\n  '/search',\n  opts,\n  h)\nif (a.get < b) c()\napp.route<{ Params: P }>({ method: ['GET', 'HEAD'], url: '/things', handler })",
    },
    ['GET /items/:id', 'GET /search', 'GET /things'],
  ],
  [
    'constants in front of a path',
    { 'a.js': "const PREFIX = '/api/v1'\napp.get(`${PREFIX}/items`, h)\napp.get(PREFIX + '/users', h)" },
    ['GET /api/v1/items', 'GET /api/v1/users'],
  ],
  [
    'paths kept as properties, of an object or an enumeration, in a file of their own too',
    {
      'a.ts':
        "const routes = { items: '/items', one: '/items/:id' } as const\nenum Paths {\n  Users = '/users',\n}\napp.get(routes.items, h)\napp.get(routes.one, h)\napp.get(Paths.Users, h)\napp.get(HEALTH, h)\napp.get(API.orders + '/:id', h)",
      'paths.ts': "export const HEALTH = '/healthz'\nexport const API = Object.freeze({ orders: '/orders' })",
      'b.controller.ts': '@Controller(API.orders)\nexport class Orders {\n  @Get(HEALTH) one() {}\n}',
    },
    ['GET /items', 'GET /items/:id', 'GET /users', 'GET /healthz', 'GET /orders/:id', 'GET /orders/healthz'],
  ],
  [
    'constants that other files give another path are nobody’s',
    {
      'a.js': "app.get(ROOT, h)\napp.get('/x', h)",
      'b.js': "const ROOT = '/b'",
      'c.js': "const ROOT = '/c'",
    },
    ['GET /x'],
  ],
  [
    'routers that mount routers',
    {
      'a.js': "import v1 from './v1/index.js'\napp.use('/v1', v1)",
      'v1/index.js': "import users from './users.js'\nr.use('/users', signedIn, users)",
      'v1/users.js': "r.get('/', list)\nr.get('/:id', one)",
    },
    ['GET /v1/users', 'GET /v1/users/:id'],
  ],
  [
    'files that mount each other',
    {
      'a.js': "const b = require('./b')\napp.use('/b', b)",
      'b.js': "const a = require('./a')\nr.use('/a', a)\nr.get('/x', h)",
    },
    ['GET /b/x'],
  ],
  [
    'routers by way of a list, and of another name of a folder',
    {
      'src/a.ts':
        "import { users } from '@/routes'\nimport orders from 'src/orders/router'\napp.use('/users', users)\napp.use('/orders', orders)",
      'src/routes/index.ts': "export * from './users'",
      'src/routes/users.ts': "users.get('/me', h)",
      'src/orders/router.ts': "r.get('/:id', h)",
    },
    ['GET /users/me', 'GET /orders/:id'],
  ],
  [
    'an application in an application',
    {
      'a.ts':
        "const api = new Hono().get('/items', h).get('/items/:id', h)\nconst app = new Hono().route('/api', api)",
    },
    ['GET /api/items', 'GET /api/items/:id'],
  ],
  [
    'a description of it',
    {
      'a.ts': "const route = createRoute({ method: 'get', path: '/users/{id}', responses: {} })",
      'b.js':
        "const routes = [{ method: 'GET', path: '/orders', handler }, { method: 'POST', path: '/orders' }]",
    },
    ['GET /users/{id}', 'GET /orders'],
  ],
  ['a name before its path', { 'a.js': "router.get('book', '/books/:id', one)" }, ['GET /books/:id']],
  [
    'functions that are registered',
    {
      'a.ts':
        "await app.register(import('./items.js'), { prefix: '/items' })\napp.register(async (api) => {\n  api.get('/orders', h)\n}, { prefix: '/api' })\napp.group('/v1', (api) => api.get('/users', h))\napp.get('/', h)",
      'items.ts': "export default async (app) => { app.get('/', h) }",
    },
    ['GET /api/orders', 'GET /v1/users', 'GET /', 'GET /items'],
  ],
])('routes of Node: %s', (_, files, routes) => {
  expect(told(files)).toEqual(routes)
})

it('what a program asks others for is none of its routes', () => {
  const text =
    "axios.get('/a', o)\napi.get('/b', o)\napiClient.get('/c', o)\nthis.ordersService.get('/d', o)\napiRouter.get('/e', h)"
  expect(told({ 'a.js': text })).toEqual(['GET /e'])
})
