// Each operation waits for two ticks, which the server's shutdown would cut short.
const http = require('http');
const { interval } = require('ix/asynciterable');
const { take } = require('ix/asynciterable/operators');

const shutdown = new AbortController();
serve(async n => {
  const waits = [];
  for (let i = 0; i < n; i++) waits.push(interval(2).pipe(take(2)).forEach(() => {}, null, shutdown.signal));
  await Promise.all(waits);
});

function serve(work) {
  http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://localhost');
    if (req.method !== 'POST' || u.pathname !== '/work') { res.writeHead(404); return res.end(); }
    const n = Number(u.searchParams.get('n') || 1);
    try { await work(n); res.end(`ok n=${n}\n`); } catch (e) { console.error(e); res.writeHead(500); res.end(String(e)); }
  }).listen(Number(process.env.PORT || 0), '127.0.0.1');
}
