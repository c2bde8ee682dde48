// Each operation asks for one rate, which is remembered for 20 ms.
const http = require('http');
const mem = require('mem');

let next = 0;
const rateOf = mem(key => ({ key, rate: next, note: 'x'.repeat(40) + next }), { maxAge: 20 });
serve(async n => {
  for (let i = 0; i < n; i++) rateOf('pair-' + next++);
  await new Promise(f => setTimeout(f, 80));
});

function serve(work) {
  http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://localhost');
    if (req.method !== 'POST' || u.pathname !== '/work') { res.writeHead(404); return res.end(); }
    const n = Number(u.searchParams.get('n') || 1);
    try { await work(n); res.end(`ok n=${n}\n`); } catch (e) { console.error(e); res.writeHead(500); res.end(String(e)); }
  }).listen(Number(process.env.PORT || 0), '127.0.0.1');
}
