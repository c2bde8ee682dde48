import { expect, it } from 'vitest'
import { go } from '../../src/runtimes/go/index.ts'
import { jvm } from '../../src/runtimes/jvm/index.ts'
import { node } from '../../src/runtimes/node/index.ts'
import { python } from '../../src/runtimes/python/index.ts'
import type { SourceFiles } from '../../src/runtimes/source.ts'

/** A source of which each line that begins with a letter and `|` belongs to the part of that letter. */
function marked(text: string) {
  const rows = text.split('\n').map((row) => /^([a-z ])\|(.*)$/.exec(row) ?? ['', ' ', row])
  return { letters: rows.map((row) => row[1] ?? ' '), lines: rows.map((row) => row[2] ?? '') }
}

function expectParts({ around, withoutComments }: SourceFiles, text: string): void {
  const { letters, lines } = marked(text)
  const code = withoutComments(lines.join('\n')).split('\n')
  const found = code.map((line, index) => (line.trim() === '' ? null : around(code, index + 1)))
  const expected = letters.map((letter, index) =>
    letter === ' ' || code[index]?.trim() === ''
      ? null
      : [letters.indexOf(letter) + 1, letters.lastIndexOf(letter) + 1],
  )
  expect(found).toEqual(expected)
}

it('Go: a function with its closures, and declarations of a file', () => {
  expectParts(
    go.source,
    ` |package hub
 |
 |import "sync"
a|var jobs = make(chan int, 10)
 |// Hub watches.
b|type Hub struct {
b|	mu sync.Mutex
b|}
 |
c|func (h *Hub) Subscribe(f func()) {
c|	// a comment
c|	go func() {
c|		f()
c|	}()
c|}
d|func (h *Hub) Close() { close(h.done) }
e|func Dial(
e|	address string,
e|) (*Hub, error) {
e|	return nil, nil
e|}
f|func wide(a int,
f|	b int) error {
f|	return nil
f|}`,
  )
})

it('JavaScript: the outermost function that is no class, no suite of tests and no wrapper of the file', () => {
  expectParts(
    node.source,
    ` |import http from 'node:http'
a|const jobs = new Map()
b|export async function serve(request) {
b|  request.on('end', () => {
b|    // later
b|    jobs.delete(request)
b|  })
b|}
z|class Bus {
c|  close() {
c|    if (this.open) {
c|      this.open = false
c|    }
c|  }
d|  async *each(
d|    from,
d|  ) {
d|    yield from
d|  }
 |}
e|app.get('/prices', (context) => {
e|  bus.on('price', (price) => {
e|    context.last = price
e|  })
e|})`,
  )
})

it('JavaScript: inside a suite of tests each test stands for itself', () => {
  const lines = `describe('bus', () => {
  it('opens', () => {
    open()
  })
  it('closes', () => {
    close()
  })
})`.split('\n')
  expect([node.source.around(lines, 3), node.source.around(lines, 6)]).toEqual([
    [2, 4],
    [5, 7],
  ])
})

it('Python: a function with those inside it, a method for itself', () => {
  expectParts(
    python.source,
    ` |import asyncio
a|jobs = {}
 |"""What is said
 |of a file."""
b|def serve(
b|    request,
b|):
b|    """Documentation."""
b|    def inner():
b|        jobs[request] = 1  # why
b|    # a comment
b|    return inner
z|class Bus:
c|    async def close(self):
c|        if self.open:
c|            self.open = False
d|    def each(self):
d|        yield 1
e|later = serve(1)`,
  )
})

it('Java: a method with its lambdas, a field for itself', () => {
  expectParts(
    jvm.source,
    ` |package com.acme;
 |
 |import java.util.Map;
 |
 |/** Hub watches. */
z|@Component
y|public final class Hub {
a|    private static final Map<String, Session> sessions = new ConcurrentHashMap<>();
 |
b|    public Hub(Bus bus) {
b|        this.bus = bus;
b|    }
 |
 |    /**
 |     * Why.
 |     */
c|    @Override
d|    public <T> void subscribe(
d|            Session session) throws Exception {
d|        // a comment
d|        bus.on(price -> {
d|            session.put(price);
d|        });
d|        if (session.open()) {
d|            sessions.put(session.id(), session);
d|        }
d|    }
 |
x|    static final class Inner {
e|        int size() { return 1; }
 |    }
 |}`,
  )
})

it('Kotlin: a function with its lambdas, and declarations of a file', () => {
  expectParts(
    jvm.source,
    ` |package com.acme
 |import io.ktor.server.application.*
a|private val sessions = ConcurrentHashMap<String, Session>()
b|fun Application.module() {
b|    routing {
b|        get("/leak") {
b|            sessions[call.id] = Session()
b|        }
b|    }
b|}
z|class Hub(val bus: Bus) {
c|    suspend fun <T> subscribe(session: Session): T {
c|        return bus.on { sessions.put(it) }
c|    }
 |}`,
  )
})

it.each([
  ['go', go.source, 'a() // b\n/* c\n * d\n */\nx := "// no"', ['a()', 'x := "// no"']],
  ['node', node.source, ' * of a comment\n * that began before\n */\na(`// no`) // b', ['a(`// no`)']],
  ['jvm', jvm.source, 'a(); // b\n/* c\n * d\n */\nx = "// no";', ['a();', 'x = "// no";']],
  ['python', python.source, '# a\nb("# no")  # c\n    """d\n    e"""', ['b("# no")']],
])('%s: comments are no code', (_, { withoutComments }, text, expected) => {
  const lines = withoutComments(text)
    .split('\n')
    .map((line) => line.trim())
  expect(lines.filter((line) => line !== '' && line !== '*/')).toEqual(expected)
})
