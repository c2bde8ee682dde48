import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/onboarding/driver/requests.ts
var getText = `
function get(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get({ agent, host, port, path, headers, timeout: 30_000 }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode)).on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error(\`\${path}: no answer within 30 s\`)))
    request.on('error', reject)
  })
}
`;
var http2GetText = `
function get(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const stream = session.request({ ':path': path, ...headers })
    let status = 0
    stream.on('response', (answer) => { status = answer[':status'] })
    stream.on('error', reject).on('end', () => resolve(status)).resume()
    stream.setTimeout(30_000, () => stream.destroy(new Error(\`\${path}: no answer within 30 s\`)))
  })
}
`;
var callText = `
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
`;
var websocketText = `
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
`;

// src/runtimes/onboarding/driver/script.ts
var scriptDriver = {
  ending: "mjs",
  command: "node",
  takes: () => true,
  addition: "() => fetch(`http://${host}:${port}/path`, { method: 'POST', body: '{}' }).then((answer) => answer.status),",
  text
};
function text(request) {
  const { after, before, functions } = partsOf(request);
  return `${request.heading.map((line) => `// ${line}`).join("\n")}
${before}const statuses = []
for (const ask of asked) for (let i = 0; i < ${request.requests}; i += 1) statuses.push(await ask())
${after}
// Not done: an error of the server, or nothing that it knows at all.
const failed = statuses.filter((status) => status >= 500)
if (failed.length > 0) throw new Error(\`\${failed.length} of \${statuses.length} requests failed with status \${failed[0]}\`)
if (!statuses.some((status) => status < 400)) throw new Error('no request succeeded: correct what is asked for')
${functions}`;
}
function askingText(request, limit) {
  const { before, functions } = partsOf(request, 64);
  const silent = request.place.protocol === "h2c" ? "session.on('error', () => {})\n" : "";
  return `import { appendFileSync } from 'node:fs'
${before}${silent}const late = () => new Promise((resolve) => setTimeout(resolve, ${limit}, 0).unref())
for (const ask of asked) {
  let status = await Promise.race([ask().catch(() => -1), late()])
  const began = performance.now()
  for (let i = 1; status > 0 && i < ${request.requests}; i += 1) status = Math.max(status, await Promise.race([ask().catch(() => -1), late()]))
  appendFileSync(process.argv[2], \`\${status} \${(performance.now() - began) / ${Math.max(1, request.requests - 1)}}\\n\`)
}
process.exit()
${functions}`;
}
function partsOf({ exchanges, place }, sockets = 1) {
  const kinds = new Set(exchanges.map(({ kind }) => kind));
  const session = place.protocol === "h2c";
  const agent = kinds.has("get") && !session;
  const modules = [
    ...agent ? [`import http from 'node:${place.protocol}'`] : [],
    ...session ? [`import http2 from 'node:http2'`] : [],
    ...kinds.has("websocket") ? [websocketImport(place)] : []
  ];
  const before = `${modules.join("\n")}

const host = '${place.host.replace(/^\[|\]$/g, "")}'
const port = ${place.port === null ? "process.env.PORT" : String(place.port)}
const asked = [
${exchanges.map((exchange) => `  ${lineOf(exchange)},`).join("\n")}
]
${session ? `const session = http2.connect(\`http://${place.host}:\${port}\`)
` : ""}${agent ? agentText(place, sockets) : ""}`;
  const after = `${session ? "session.close()\n" : ""}${agent ? "agent.destroy()\n" : ""}`;
  return { before, after, functions: functionsOf(kinds, session).join("") };
}
var websocketImport = ({ protocol }) => protocol === "https" ? `import net from 'node:tls'` : `import net from 'node:net'`;
var agentText = ({ protocol }, sockets) => `const agent = new http.Agent({ keepAlive: true, maxSockets: ${sockets}${protocol === "https" ? ", rejectUnauthorized: false" : ""} })
`;
function lineOf(exchange) {
  const path = JSON.stringify(exchange.path);
  if (exchange.kind === "get")
    return exchange.headers === void 0 ? `() => get(${path})` : `() => get(${path}, ${JSON.stringify(exchange.headers)})`;
  if (exchange.kind === "call") return `() => call(${path})`;
  return `() => websocket(${path}, ${JSON.stringify(exchange.send)})`;
}
var functionsOf = (kinds, session) => [
  ...kinds.has("get") ? [session ? http2GetText : getText] : [],
  ...kinds.has("call") ? [callText] : [],
  ...kinds.has("websocket") ? [websocketText] : []
];

export {
  scriptDriver,
  askingText
};
