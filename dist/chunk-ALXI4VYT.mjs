import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  int,
  object,
  prettifyError,
  string
} from "./chunk-YB2R2HBG.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/github/job/event.ts
import { readFile } from "node:fs/promises";
var repository = object({ full_name: string() });
var payloadSchema = object({
  repository: object({ default_branch: string().optional() }).optional(),
  pull_request: object({
    number: int().positive(),
    state: string().optional(),
    // null once the fork was deleted
    head: object({ repo: repository.nullable() }),
    base: object({ repo: repository })
  }).optional()
});
function isDefaultBranch({ ref }, { defaultBranch, name }) {
  const ofBranch = ["push", "schedule", "workflow_dispatch"].includes(name);
  return ofBranch && defaultBranch !== null && ref === `refs/heads/${defaultBranch}`;
}
async function readEvent(env) {
  const name = env.GITHUB_EVENT_NAME;
  const path = env.GITHUB_EVENT_PATH;
  if (!name || !path) throw new ConfigError("GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are not set", inAction);
  const payload = await readJson(path);
  const checked = payloadSchema.safeParse(payload, { jitless: true });
  if (!checked.success) {
    throw new ConfigError(`${path} is not a GitHub event: ${prettifyError(checked.error)}`, inAction);
  }
  const defaultBranch = checked.data.repository?.default_branch ?? null;
  return { name, payload, pullRequest: pullRequest(checked.data), defaultBranch };
}
var inAction = "Run the action in a workflow, or use the command line: leakdiff run.";
async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`the event cannot be read from ${path}: ${why}`, inAction, { cause });
  }
}
function pullRequest({ pull_request: pull }) {
  if (!pull) return null;
  const fromFork = pull.head.repo?.full_name !== pull.base.repo.full_name;
  return { number: pull.number, fromFork, closed: pull.state === "closed" };
}

export {
  isDefaultBranch,
  readEvent
};
