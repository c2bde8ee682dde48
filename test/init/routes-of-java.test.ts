import { expect, it } from 'vitest'
import { routesIn } from '../../src/runtimes/jvm/init/routes.ts'

type Files = Readonly<Record<string, string>>

const told = (files: Files): readonly string[] => {
  const tree = { files: Object.keys(files), read: (file: string) => files[file] ?? null }
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }))
  return routesIn(tree, sources).map(({ method, path }) => `${method} ${path}`)
}

it.each<[string, Files, readonly string[]]>([
  [
    'Spring, with lists of paths and a path in front of all',
    {
      'A.java':
        '@RestController\n@RequestMapping("/owners")\nclass A {\n  @GetMapping\n  all() {}\n  @GetMapping({ "/{id}", "/{id}/more" })\n  one() {}\n  @PostMapping("/new")\n  add() {}\n}\n',
      'src/main/resources/application.properties': 'server.servlet.context-path=/shop\n',
    },
    ['GET /shop/owners', 'GET /shop/owners/{id}', 'POST /shop/owners/new'],
  ],
  [
    'Spring in Kotlin, with settings in YAML',
    {
      'A.kt':
        '@RestController\n@RequestMapping(path = ["/users"])\nclass A {\n  @GetMapping(path = ["/{id}"])\n  fun one() = 1\n}\n',
      'src/main/resources/application.yml': 'server:\n  servlet:\n    context-path: /api\n',
    },
    ['GET /api/users/{id}'],
  ],
  [
    'Spring’s functions',
    { 'A.java': 'route().GET("/items", h::all).path("/users", b -> b.GET("/{id}", h::one)).build();' },
    ['GET /items', 'GET /users/{id}'],
  ],
  [
    'JAX-RS below the path of the application',
    {
      'App.java': '@ApplicationPath("/rest")\npublic class App extends Application {}\n',
      'A.java': '@Path("/books")\npublic class A {\n  @GET\n  @Path("/{id}")\n  public Book one() {}\n}\n',
    },
    ['GET /rest/books/{id}'],
  ],
  [
    'Ktor, one route in another',
    {
      'A.kt':
        'routing {\n  get("/") { call.respondText("hi") }\n  route("/api") {\n    route("/items") {\n      get("/all") { f() }\n    }\n    get("/users/{id}") { f() }\n  }\n  get("/after") { f() }\n}\n',
    },
    ['GET /', 'GET /api/items/all', 'GET /api/users/{id}', 'GET /after'],
  ],
  [
    'Javalin’s groups',
    {
      'A.java':
        'path("users", () -> {\n  get("/all", c::all);\n});\napp.get("/health", c -> c.result("ok"));',
    },
    ['GET /users/all', 'GET /health'],
  ],
])('%s', (_, files, routes) => {
  expect(told(files)).toEqual(routes)
})
