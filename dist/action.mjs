import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  actionVariables
} from "./chunk-YHPBO3HY.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/scrub.ts
import { randomUUID } from "node:crypto";
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var handed = "LEAKDIFF_HANDED_OVER";
function startScrubbed(env) {
  const file = env[handed];
  if (file !== void 0) {
    takeOver(env, file);
    return;
  }
  const execve = process.execve;
  if (execve === void 0 || process.platform !== "linux") return;
  const entries = Object.entries(env);
  const path = join(env.RUNNER_TEMP || tmpdir(), `leakdiff-${randomUUID()}`);
  const taken = Object.fromEntries(entries.filter(([name]) => actionVariables.test(name)));
  try {
    writeFileSync(path, JSON.stringify(taken), { mode: 384, flag: "wx" });
  } catch {
    return;
  }
  const kept = Object.fromEntries(entries.filter(([name]) => !actionVariables.test(name)));
  execve.call(process, process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    ...kept,
    [handed]: path
  });
}
function takeOver(env, file) {
  delete env[handed];
  const taken = JSON.parse(readFileSync(file, "utf8"));
  unlinkSync(file);
  for (const [name, value] of Object.entries(taken)) env[name] = value;
}

// src/action.ts
startScrubbed(process.env);
var { tellFailure } = await import("./failure-K574RWCJ.mjs");
var { runStep } = await import("./step-HCUZ43OH.mjs");
process.exit(await runStep(process.env).catch(tellFailure));
