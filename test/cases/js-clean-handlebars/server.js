// Each operation renders one of 200 pages; a page's template is compiled when
// it is first asked for, and handlebars compiles its parts at the first render.
const http = require('http');
const handlebars = require('handlebars');

const templates = new Map();
let next = 0;
serve(async n => {
  for (let i = 0; i < n; i++) {
    const page = next++ % 200;
    if (!templates.has(page)) templates.set(page, handlebars.compile(`<h1>${page} {{title}}</h1>{{#each rows}}<p>{{this}}</p>{{/each}}`));
    templates.get(page)({ title: 'page', rows: ['a', 'b', 'c'] });
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
