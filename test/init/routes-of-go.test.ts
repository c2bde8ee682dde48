import { expect, it } from 'vitest'
import { goRoutes } from '../../src/runtimes/go/init/routes.ts'

const told = (...sources: readonly string[]): readonly string[] =>
  goRoutes(sources).map(({ method, path }) => `${method} ${path}`)

const main = (body: string, rest = '') => `package main\n\nfunc main() {\n${body}\n}\n${rest}`

it.each<[string, readonly string[], readonly string[]]>([
  [
    'a handler behind StripPrefix',
    [
      main(
        '\tapi := http.NewServeMux()\n\tapi.HandleFunc("GET /items", f)\n\tmux.Handle("/api/", http.StripPrefix("/api", api))',
      ),
    ],
    ['GET /api/items'],
  ],
  [
    'constants, of another file too',
    [
      main('\tmux.HandleFunc(itemsPath, f)\n\tr.Get(paths.API+"/users", f)'),
      'package paths\n\nconst (\n\tAPI = "/api"\n\titemsPath = "/items"\n)\n',
    ],
    ['ANY /items', 'GET /api/users'],
  ],
  [
    'a base that is empty by default, as in generated code',
    [main('\tr.Get(options.BaseURL+"/pets/{id}", w.FindPet)')],
    ['GET /pets/{id}'],
  ],
  [
    'a router that another function makes',
    [
      main(
        '\tr.Mount("/users", usersRouter())',
        'func usersRouter() http.Handler {\n\tr.Get("/{id}", get)\n\treturn r\n}\n',
      ),
    ],
    ['GET /users/{id}'],
  ],
  [
    'a function that fills a nested route, below another',
    [
      main(
        '\tr.Route("/api", func(r chi.Router) {\n\t\tr.Route("/users", s.users)\n\t})',
        'func (s *server) users(r chi.Router) {\n\tr.Get("/me", s.me)\n}\n',
      ),
    ],
    ['GET /api/users/me'],
  ],
  [
    'groups that are handed to other packages',
    [
      main('\tv1 := r.Group("/v1")\n\tusers.Register(r.Group("/users"))\n\torders.Register(v1)'),
      'package users\n\nfunc Register(r *gin.RouterGroup) {\n\tr.GET("", list)\n}\n',
      'package orders\n\nfunc Register(r *gin.RouterGroup) {\n\tr.GET("/:id", get)\n}\n',
    ],
    ['GET /users', 'GET /v1/:id'],
  ],
  [
    'methods as arguments',
    [main('\tr.HandlerFunc(http.MethodGet, "/movies", f)\n\tr.Method("POST", "/m", h)')],
    ['GET /movies', 'POST /m'],
  ],
  [
    'a table',
    [main('\troutes := []route{\n\t\t{"GET", "/a", f},\n\t\t{"b", http.MethodPost, "/b", g},\n\t}')],
    ['GET /a', 'POST /b'],
  ],
  [
    'functions that call each other',
    [
      main(
        '\ta(r.Group("/a"))',
        'func a(r *gin.RouterGroup) {\n\tr.GET("/x", f)\n\tb(r.Group("/b"))\n}\n\nfunc b(r *gin.RouterGroup) {\n\tr.GET("/y", f)\n\ta(r.Group("/c"))\n}\n',
      ),
    ],
    ['GET /a/x', 'GET /a/b/y'],
  ],
])('routes of Go: %s', (_, sources, routes) => {
  expect(told(...sources)).toEqual(routes)
})
