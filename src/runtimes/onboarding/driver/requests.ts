/** The functions of a driver, as they stand in it: each resolves to a status as HTTP has them. */

export const getText = `
function get(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get({ agent, host, port, path, headers, timeout: 30_000 }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode)).on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error(\`\${path}: no answer within 30 s\`)))
    request.on('error', reject)
  })
}
`

export const http2GetText = `
function get(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const stream = session.request({ ':path': path, ...headers })
    let status = 0
    stream.on('response', (answer) => { status = answer[':status'] })
    stream.on('error', reject).on('end', () => resolve(status)).resume()
    stream.setTimeout(30_000, () => stream.destroy(new Error(\`\${path}: no answer within 30 s\`)))
  })
}
`

/** gRPC's statuses, as those of HTTP: https://grpc.io/docs/guides/status-codes. */
export const callText = `
// gRPC, with an empty message; its status comes last.
function call(path) {
  return new Promise((resolve, reject) => {
    const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' })
    let status = '2'
    stream.on('response', (answer) => { status = answer['grpc-status'] ?? status })
    stream.on('trailers', (last) => { status = last['grpc-status'] ?? status })
    stream.on('error', reject).on('close', () => resolve({ 0: 200, 2: 500, 4: 504, 12: 404, 13: 500, 14: 503, 15: 500 }[status] ?? 400)).resume()
    stream.setTimeout(30_000, () => stream.destroy(new Error(\`\${path}: no answer within 30 s\`)))
    stream.end(Buffer.alloc(5))
  })
}
`

/** RFC 6455: an upgrade, frames whose mask is zero, and the closing handshake. */
export const websocketText = `
// Opens, sends each text once something was answered or 50 ms are over, and closes.
function websocket(path, texts) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, rejectUnauthorized: false })
    const late = setTimeout(() => socket.destroy(new Error(\`\${path}: not closed within 30 s\`)), 30_000)
    let status = 0
    const left = [...texts]
    let closing = false
    const frame = (code, text) => Buffer.concat([Buffer.from([0x80 | code, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])
    const next = () => {
      clearTimeout(waiting)
      if (closing) return
      closing = left.length === 0
      if (closing) return void socket.write(frame(8, ''))
      socket.write(frame(1, left.shift()))
      waiting = setTimeout(next, 50)
    }
    let waiting
    socket.on('data', (data) => {
      if (status !== 0) return next()
      status = Number(/^HTTP\\/1\\.1 (\\d+)/.exec(data.toString('latin1'))?.[1] ?? 500)
      if (status !== 101) return void socket.destroy()
      waiting = setTimeout(next, data.indexOf('\\r\\n\\r\\n') + 4 < data.length ? 0 : 10)
    })
    socket.on('error', reject).on('end', () => socket.end())
    socket.on('close', () => { clearTimeout(late); clearTimeout(waiting); resolve(status) })
    socket.write(\`GET \${path} HTTP/1.1\\r\\nHost: \${host}:\${port}\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Version: 13\\r\\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\\r\\n\\r\\n\`)
  })
}
`
