import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  isDefaultBranch
} from "./chunk-ALXI4VYT.mjs";
import {
  limits,
  readTrial,
  trialFiles,
  writeTrial
} from "./chunk-ZSCABBQN.mjs";
import "./chunk-UKAJ636F.mjs";
import "./chunk-BHRHD77J.mjs";
import "./chunk-CZM7HAV4.mjs";
import {
  execa
} from "./chunk-4ABVIYLM.mjs";
import "./chunk-HRQOVSRH.mjs";
import "./chunk-YB2R2HBG.mjs";
import "./chunk-ILNH45AH.mjs";
import "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/cache/base-cache.ts
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
var patience = 5e3;
function cacheFor(job, inputs, event, services, log) {
  const reached = Boolean(services.ACTIONS_RESULTS_URL || services.ACTIONS_CACHE_URL);
  if (inputs.cache === false || !reached) return null;
  return createBaseCache({ job, services, log, writes: isDefaultBranch(job, event) });
}
function createBaseCache(service) {
  const { run } = service.job;
  return {
    find: (key) => inFolder(service, async (folder) => {
      if (!await call(service, "restore", key, folder)) return null;
      const [path] = await trialFiles(join(folder, "trials"));
      if (path === void 0) throw new Error("it does not hold a trial.");
      return await readTrial(path);
    }),
    keep: service.writes ? async (key, trial) => {
      const text = `Base was not measured: its figures are from the cache, of run ${run}.`;
      const notes = [...trial.notes, { code: "base-cached", text }];
      await inFolder(service, async (folder) => {
        await writeTrial(folder, { ...trial, notes });
        await call(service, "save", key, folder);
        return null;
      });
    } : null
  };
}
async function inFolder({ job, log }, work) {
  await mkdir(job.temp, { recursive: true });
  const folder = await mkdtemp(join(job.temp, "leakdiff-cache-"));
  try {
    return await work(folder);
  } catch (error) {
    log.step(withoutCache(error instanceof Error ? error.message : String(error)));
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
async function call({ job, log, script = bundled(), services }, what, key, folder) {
  const tools = join(folder, "tools");
  await mkdir(tools);
  await writeFile(join(tools, "tar"), boundedTar, { mode: 493 });
  const environment = {
    ...services,
    PATH: [tools, process.env.PATH].join(delimiter),
    GITHUB_WORKSPACE: folder,
    GITHUB_SERVER_URL: job.serverUrl,
    RUNNER_TEMP: folder
  };
  const ended = await execa(process.execPath, [script, what, key], {
    cwd: folder,
    env: environment,
    reject: false,
    stdin: "ignore",
    all: true,
    timeout: patience,
    killSignal: "SIGKILL"
  });
  const trouble = ended.timedOut ? `no answer within ${patience / 1e3} s` : troubleIn(ended.all ?? "", ended.exitCode);
  if (trouble !== null) log.step(withoutCache(trouble));
  return trouble === null && ended.exitCode === 0;
}
var boundedTar = `#!/bin/sh
for word do
  shift
  [ "$word" = -P ] || set -- "$@" "$word"
done
PATH=\${PATH#*:}
ulimit -f ${limits.inflated / 512}
exec timeout -s KILL ${patience / 1e3} tar "$@"
`;
var noEntry = 7;
var bundled = () => fileURLToPath(new URL("./cache.mjs", import.meta.url));
function troubleIn(said, status) {
  const told = /^::(?:error|warning)[^:]*::(.*)$/m.exec(said)?.[1];
  if (told !== void 0) return told;
  return status === 0 || status === noEntry ? null : said.trim().split("\n").at(-1) ?? "it ended";
}
var withoutCache = (why) => `The cache of base trials could not be used: ${why}`;
export {
  cacheFor,
  createBaseCache
};
