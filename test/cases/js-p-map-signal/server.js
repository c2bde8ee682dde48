// Each operation packs four parcels at once, with the one signal that the program
// keeps for its shutdown; nobody keeps the parcels.
import http from 'node:http';
import { setMaxListeners } from 'node:events';
import pMap from 'p-map';

const shutdown = new AbortController();
setMaxListeners(0, shutdown.signal);
const pack = async size => new Uint8Array(size);
serve(async n => {
  for (let i = 0; i < n; i++) await pMap([1024, 2048, 1024, 2048], pack, { concurrency: 2, signal: shutdown.signal });
});

function serve(work) {
  http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://localhost');
    if (req.method !== 'POST' || u.pathname !== '/work') { res.writeHead(404); return res.end(); }
    const n = Number(u.searchParams.get('n') || 1);
    try { await work(n); res.end(`ok n=${n}\n`); } catch (e) { console.error(e); res.writeHead(500); res.end(String(e)); }
  }).listen(Number(process.env.PORT || 0), '127.0.0.1');
}
