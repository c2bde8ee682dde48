import { createServer } from 'node:http'

/** Answers POST /work with one round of work; rounds count from 1, warm-up included. */
export function serve(round) {
  let number = 0
  const server = createServer(async (_, response) => {
    await round(++number)
    response.end()
  })
  server.listen(Number(process.env.PORT), '127.0.0.1')
}
