// Each operation looks something up within a second, with the one signal that
// the program keeps for its shutdown.
import http from 'node:http';
import { setMaxListeners } from 'node:events';
import pTimeout from 'p-timeout';

const shutdown = new AbortController();
setMaxListeners(0, shutdown.signal);
const lookUp = id => new Promise(done => setImmediate(done, { id }));
serve(async n => {
  for (let i = 0; i < n; i++) await pTimeout(lookUp(i), { milliseconds: 1000, signal: shutdown.signal });
});

function serve(work) {
  http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://localhost');
    if (req.method !== 'POST' || u.pathname !== '/work') { res.writeHead(404); return res.end(); }
    const n = Number(u.searchParams.get('n') || 1);
    try { await work(n); res.end(`ok n=${n}\n`); } catch (e) { console.error(e); res.writeHead(500); res.end(String(e)); }
  }).listen(Number(process.env.PORT || 0), '127.0.0.1');
}
