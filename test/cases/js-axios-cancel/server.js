// Each operation is a request to a local service with the one cancel token that
// the program keeps for its shutdown.
const http = require('http');
const axios = require('axios');

const agent = new http.Agent({ keepAlive: true });
const shutdown = axios.CancelToken.source();
const stock = http.createServer((req, res) => res.end('{"left":3}')).listen(0, '127.0.0.1');
serve(async n => {
  const url = `http://127.0.0.1:${stock.address().port}/stock`;
  for (let i = 0; i < n; i++) await axios.get(url, { httpAgent: agent, proxy: false, cancelToken: shutdown.token });
});

function serve(work) {
  http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://localhost');
    if (req.method !== 'POST' || u.pathname !== '/work') { res.writeHead(404); return res.end(); }
    const n = Number(u.searchParams.get('n') || 1);
    try { await work(n); res.end(`ok n=${n}\n`); } catch (e) { console.error(e); res.writeHead(500); res.end(String(e)); }
  }).listen(Number(process.env.PORT || 0), '127.0.0.1');
}
