// Each operation is a job in a queue, with the one signal that the program keeps
// for its shutdown.
import http from 'node:http';
import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';

const shutdown = new AbortController();
setMaxListeners(0, shutdown.signal);
const queue = new PQueue({ concurrency: 4 });
serve(async n => {
  const jobs = Array.from({ length: n }, (_, i) => queue.add(async () => i * 2, { signal: shutdown.signal }));
  await Promise.all(jobs);
});

function serve(work) {
  http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://localhost');
    if (req.method !== 'POST' || u.pathname !== '/work') { res.writeHead(404); return res.end(); }
    const n = Number(u.searchParams.get('n') || 1);
    try { await work(n); res.end(`ok n=${n}\n`); } catch (e) { console.error(e); res.writeHead(500); res.end(String(e)); }
  }).listen(Number(process.env.PORT || 0), '127.0.0.1');
}
