import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  measured
} from "./chunk-SUIIX72R.mjs";
import {
  tell
} from "./chunk-23TW2775.mjs";
import "./chunk-ZXIKJHUW.mjs";
import "./chunk-YQUJ7A6P.mjs";
import "./chunk-HS6QCEBX.mjs";
import "./chunk-BR4TYEIO.mjs";
import "./chunk-WTF3VXZ5.mjs";
import "./chunk-BT46ZSMM.mjs";
import "./chunk-LLOILHPZ.mjs";
import "./chunk-CL7BKQ32.mjs";
import "./chunk-BOPVIHNV.mjs";
import "./chunk-6P27RQZU.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-MCHEZA23.mjs";
import "./chunk-ZR3UKJXG.mjs";
import "./chunk-TYNDWYQ4.mjs";
import {
  openRepository
} from "./chunk-IBO2HXV7.mjs";
import "./chunk-5MQ4W57O.mjs";
import "./chunk-Z5KWGXQH.mjs";
import "./chunk-P6OKKWA7.mjs";
import "./chunk-HX7DJF5O.mjs";
import {
  execa
} from "./chunk-MA4ODPTC.mjs";
import "./chunk-KMNLSN4I.mjs";
import "./chunk-LUQLO57E.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-HL2PCAZ2.mjs";
import "./chunk-7WGOU3MV.mjs";
import {
  loadConfig
} from "./chunk-V6EKXHV4.mjs";
import "./chunk-NTJ4RLI6.mjs";
import "./chunk-WLZJF3HT.mjs";
import "./chunk-TTV5FEUF.mjs";
import "./chunk-E2WBX7BF.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import {
  out
} from "./chunk-EGY4TDV3.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-4GE5PX73.mjs";
import {
  anyOf,
  runtimeTitles
} from "./chunk-RAT3K6OK.mjs";
import "./chunk-6ZJHM4Y3.mjs";
import "./chunk-LPMUTJP6.mjs";
import "./chunk-JSZSJNMD.mjs";
import "./chunk-2JWBHFLQ.mjs";
import {
  exitStatus
} from "./chunk-7RZFDP7O.mjs";
import "./chunk-MQMXCX37.mjs";
import {
  __callDispose,
  __using
} from "./chunk-DWPMDLRA.mjs";

// src/demo/demo.ts
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

// src/demo/shop.ts
var server = `import http from 'node:http'
import { checkOut } from './basket.mjs'

const server = http.createServer(function shop(request, response) {
  if (request.method !== 'POST') return response.writeHead(404).end()
  response.end(JSON.stringify(checkOut(Math.random())))
})
server.listen(Number(process.env.PORT), '127.0.0.1')
`;
var basketOnBase = `export function checkOut(id) {
  const basket = { id, items: Array.from({ length: 40 }, (_, i) => ({ sku: i, price: i * 1.5 })) }
  return { id, sum: basket.items.reduce((sum, item) => sum + item.price, 0) }
}
`;
var basketOnHead = `export function checkOut(id) {
  const basket = { id, items: Array.from({ length: 40 }, (_, i) => ({ sku: i, price: i * 1.5 })) }
  remindLater(basket)
  return { id, sum: basket.items.reduce((sum, item) => sum + item.price, 0) }
}

function remindLater(basket) {
  setTimeout(() => console.log('still interested?', basket.items.length), 3_600_000)
}
`;
var shoppers = `import http from 'node:http'

const checkOut = () =>
  new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port: process.env.PORT, path: '/checkout', method: 'POST' }
    const request = http.request(options, (response) => response.resume().on('end', done))
    request.on('error', fail).end()
  })
for (let i = 0; i < 100; i++) await checkOut()
`;
var configuration = `workloads:
  checkout:
    runtime: node
    start: node server.mjs
    ready: 127.0.0.1:$PORT
    round: node shoppers.mjs
    operations: 100
    settle: { quiet: 100ms, limit: 4s }
`;
var unchanged = {
  "package.json": '{ "name": "shop", "private": true, "type": "module" }\n',
  "server.mjs": server,
  "shoppers.mjs": shoppers,
  ".github/leakdiff.yml": configuration
};
var shop = {
  base: { ...unchanged, "basket.mjs": basketOnBase },
  head: { ...unchanged, "basket.mjs": basketOnHead }
};

// src/demo/demo.ts
async function createDemoRepository() {
  const directory = await mkdtemp(join(tmpdir(), "leakdiff-demo-"));
  await git(directory, "init", "--quiet", "--initial-branch=main");
  const base = await commit(directory, shop.base, "A shop");
  const head = await commit(directory, shop.head, "Remind customers of their baskets");
  const remove = () => rm(directory, { recursive: true, force: true });
  return { directory, base, head, [Symbol.asyncDispose]: remove };
}
async function commit(directory, files, message) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(directory, dirname(path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  await git(directory, "add", "--all");
  await git(directory, "commit", "--quiet", "--no-verify", "--message", message);
  return git(directory, "rev-parse", "HEAD");
}
async function git(directory, ...args) {
  const author = { NAME: "leakdiff demo", EMAIL: "demo@leakdiff.invalid" };
  const { stdout } = await execa("git", args, {
    cwd: directory,
    env: {
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_AUTHOR_NAME: author.NAME,
      GIT_AUTHOR_EMAIL: author.EMAIL,
      GIT_COMMITTER_NAME: author.NAME,
      GIT_COMMITTER_EMAIL: author.EMAIL
    }
  });
  return stdout.trim();
}

// src/cli/demo.ts
var yourOwn = `
That was a small shop: base is clean, head sets a reminder for every basket and never cancels it. The same for your own project:

  cd your-repository
  leakdiff init    # recognises a ${anyOf(runtimeTitles)} server or tests, and writes .github/leakdiff.yml and a workflow
  leakdiff run

By hand: leakdiff run --setup 'npm ci' --start 'node server.js' --ready '127.0.0.1:$PORT' --round './drive.sh 100' --operations 100
\`start\` is your long-lived program, \`round\` any command that gives it work and ends with 0; $PORT is free and the same in both.
`;
async function demoCommand(outputs) {
  var _stack = [];
  try {
    const demo = __using(_stack, await createDemoRepository(), true);
    const repository = await openRepository(demo.directory);
    const config = await loadConfig({ root: demo.directory, inputs: {}, defaultName: "demo" });
    const outcome = await measured(repository, config, { base: demo.base, head: demo.head });
    await tell(outcome, outputs, {});
    out(yourOwn);
    return exitStatus[outcome.result.verdict];
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  demoCommand
};
