// Each operation counts a request to one of 1200 routes, met for the first time
// in the first rounds and again ever after.
const http = require('http');
const { Counter, Histogram, Registry } = require('prom-client');

const registers = [new Registry()];
const requests = new Counter({ name: 'requests', help: 'requests', labelNames: ['route'], registers });
const seconds = new Histogram({ name: 'seconds', help: 'seconds', labelNames: ['route'], registers });
let next = 0;
serve(async n => {
  for (let i = 0; i < n; i++) {
    const route = `/route/${next++ % 1200}`;
    requests.inc({ route });
    seconds.observe({ route }, 0.1);
  }
});

function serve(work) {
  http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://localhost');
    if (req.method !== 'POST' || u.pathname !== '/work') { res.writeHead(404); return res.end(); }
    const n = Number(u.searchParams.get('n') || 1);
    try { await work(n); res.end(`ok n=${n}\n`); } catch (e) { console.error(e); res.writeHead(500); res.end(String(e)); }
  }).listen(Number(process.env.PORT || 0), '127.0.0.1');
}
