import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  measured
} from "./chunk-CJDW6SVV.mjs";
import "./chunk-AVBUCAKK.mjs";
import "./chunk-2YQNLHH5.mjs";
import {
  tell
} from "./chunk-KU7WX4FU.mjs";
import "./chunk-2R5KZGFQ.mjs";
import "./chunk-IV644NLR.mjs";
import "./chunk-QNRNRJJG.mjs";
import "./chunk-JD3TAWDS.mjs";
import "./chunk-ZMSN6UU4.mjs";
import {
  interruptible
} from "./chunk-H2CRCCJQ.mjs";
import "./chunk-FCNFBNTQ.mjs";
import "./chunk-AMMUTEFF.mjs";
import "./chunk-75E2IP3J.mjs";
import "./chunk-FCXXWOM4.mjs";
import "./chunk-56PIOOTV.mjs";
import "./chunk-LFXAUP2U.mjs";
import "./chunk-DM3AJQTQ.mjs";
import "./chunk-4ZALGVKS.mjs";
import "./chunk-P6OYUYKH.mjs";
import "./chunk-ATJKPRVI.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-YT4OKNQJ.mjs";
import "./chunk-2P7EBEDF.mjs";
import "./chunk-DWY2ZQC4.mjs";
import "./chunk-CA6YT6O6.mjs";
import "./chunk-4KNU7ZCZ.mjs";
import "./chunk-JJW35CA7.mjs";
import "./chunk-2H745DGP.mjs";
import "./chunk-GQSSEWYV.mjs";
import "./chunk-DSLFNXAD.mjs";
import "./chunk-Y7JNUQT4.mjs";
import "./chunk-NACMARIK.mjs";
import "./chunk-OKCNATIS.mjs";
import "./chunk-RVZLFQ7D.mjs";
import "./chunk-ZSCABBQN.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-QKW4WOB4.mjs";
import "./chunk-MGD4LKXX.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-Z6EOCORI.mjs";
import "./chunk-BSZV5EKB.mjs";
import "./chunk-CZM7HAV4.mjs";
import "./chunk-DWPA6LHS.mjs";
import "./chunk-AM356UNS.mjs";
import "./chunk-6L7WJVIJ.mjs";
import "./chunk-4SCVFKWV.mjs";
import "./chunk-3ZYOUTEN.mjs";
import "./chunk-PRUK76QJ.mjs";
import {
  openRepository,
  requireGit
} from "./chunk-JVMPRNDK.mjs";
import "./chunk-QFJ3QIYI.mjs";
import "./chunk-HJVQHNAO.mjs";
import "./chunk-HHKBPYBW.mjs";
import {
  execa
} from "./chunk-4ABVIYLM.mjs";
import "./chunk-AP363UB3.mjs";
import "./chunk-TWVSIB4K.mjs";
import {
  loadConfig
} from "./chunk-LTN4BDOO.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-YHPBO3HY.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import "./chunk-SUCA5TFH.mjs";
import "./chunk-AMEXP2G4.mjs";
import {
  anyOf,
  runtimeTitles
} from "./chunk-ILNH45AH.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-J6A37XFI.mjs";
import "./chunk-W3PZ6JO2.mjs";
import "./chunk-WQJLFMES.mjs";
import {
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-FQHBGW23.mjs";
import {
  __callDispose,
  __using
} from "./chunk-MUV4FIWC.mjs";

// src/demo/demo.ts
import { rmSync } from "node:fs";
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
    rounds: 6
    repeat: 1
    warmup: 1
    settle: { quiet: 50ms, limit: 2s }
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
  const atExit = () => rmSync(directory, { recursive: true, force: true });
  process.once("exit", atExit);
  const remove = async () => {
    await rm(directory, { recursive: true, force: true });
    process.off("exit", atExit);
  };
  await git(directory, "init", "--quiet", "--initial-branch=main");
  const base = await commit(directory, shop.base, "A shop");
  const head = await commit(directory, shop.head, "Remind customers of their baskets");
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
    // Ctrl-C on a terminal is told to all of its processes; ours decides what ends then.
    detached: true,
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
var demoCommand = (outputs) => interruptible((signal) => demonstrated(outputs, signal));
async function demonstrated(outputs, signal) {
  var _stack = [];
  try {
    await requireGit({ root: process.cwd() });
    const demo = __using(_stack, await createDemoRepository(), true);
    const repository = await openRepository(demo.directory);
    const config = await loadConfig({ root: demo.directory, inputs: {}, defaultName: "demo" });
    const outcome = await measured(repository, config, { base: demo.base, head: demo.head, signal });
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
