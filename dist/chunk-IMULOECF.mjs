import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  openRepository
} from "./chunk-JVMPRNDK.mjs";
import {
  committedFile,
  committedText,
  fileAt
} from "./chunk-QFJ3QIYI.mjs";
import {
  valuesIn
} from "./chunk-TWVSIB4K.mjs";
import {
  configInput,
  textSource
} from "./chunk-LTN4BDOO.mjs";
import {
  keepSecret,
  knowPublic
} from "./chunk-3D67X6WZ.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/github/job/committed-step.ts
async function committedStep(repository, sha, job, given) {
  const steps = job.workflowPath === null ? [] : await stepsIn(repository, sha, [job.workflowPath]);
  const [step] = steps.filter((one) => fits(one, job, given)).sort((a, b) => sizeOf(b) - sizeOf(a));
  if (step === void 0) return [];
  for (const [name, value] of Object.entries(given)) sortOut(value, step.inputs[name] ?? null);
  const { config } = step.inputs;
  const inConfig = config === void 0 ? [] : await committedText(config);
  return [{ workload: null, texts: step.inputs }, ...inConfig];
}
var open = /^(?:matrix|strategy|runner|github(?!\.token)|job)\b[\w.]*$/;
function sortOut(value, written) {
  const found = written === null ? null : valuesIn(value, written);
  if (found === null) return;
  if (found.length === 0) knowPublic(value);
  for (const one of found) open.test(one.expression) ? knowPublic(one.value) : keepSecret(one.value);
}
var sizeOf = ({ inputs }) => Object.keys(inputs).length;
function fits({ id, inputs, job: of, uses }, job, given) {
  const ours = job.action.split("#")[0]?.toLowerCase();
  const isOurs = uses.startsWith(".") || uses.split("@")[0]?.toLowerCase() === ours;
  if (!isOurs || of !== job.id || id !== null && id !== job.step) return false;
  return Object.entries(inputs).every(([name, written]) => valuesIn(given[name] ?? "", written) !== null);
}
async function stepsIn(repository, sha, paths) {
  const workflow = await parsed(repository, sha, paths[0]);
  const jobs = Object.entries(mapOf(mapOf(workflow).jobs));
  const called = jobs.flatMap(
    ([, job]) => /^\.\/(\.github\/workflows\/[^@]+)$/.exec(textOf(mapOf(job).uses))?.[1] ?? []
  );
  const own = jobs.flatMap(
    ([job, body]) => listOf(mapOf(body).steps).flatMap((step) => stepOf(job, mapOf(step)))
  );
  const fresh = called.filter((other) => !paths.includes(other));
  const others = await Promise.all(fresh.map((other) => stepsIn(repository, sha, [other, ...paths])));
  return [...own, ...others.flat()];
}
function stepOf(job, step) {
  if (typeof step.uses !== "string") return [];
  const inputs = Object.entries(mapOf(step.with)).map(([name, value]) => [
    name.toLowerCase(),
    String(value ?? "")
  ]);
  const { uses } = step;
  return [{ job, uses, id: typeof step.id === "string" ? step.id : null, inputs: Object.fromEntries(inputs) }];
}
async function parsed(repository, sha, path) {
  const text = await fileAt(repository, sha, path);
  if (text === null) return null;
  try {
    return (await textSource(text, path)).value;
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
var mapOf = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var listOf = (value) => Array.isArray(value) ? value : [];
var textOf = (value) => typeof value === "string" ? value : "";

// src/github/job/checkout.ts
function repositoryOf(root, job, { token }) {
  const credentials = token === null ? null : { server: job.serverUrl, token };
  return openRepository(root, { credentials, trusted: true });
}
async function openCheckout(repository, job, inputs) {
  const committed = await committedStep(repository, "HEAD", job, inputs.given);
  const named = inputs.config === null ? null : configInput(inputs.config);
  const configFile = named !== null && "configFile" in named ? named.configFile : void 0;
  const inFile = configFile === void 0 ? [] : await committedFile(repository, "HEAD", configFile);
  const file = inFile.length === 0 ? null : configFile ?? null;
  return { committed, configFile, texts: { committed, file } };
}

export {
  repositoryOf,
  openCheckout
};
