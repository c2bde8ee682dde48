import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-C6TCGSWK.mjs";
import {
  refusal
} from "./chunk-YF5BAKHV.mjs";
import "./chunk-6SJR6SQD.mjs";
import {
  within
} from "./chunk-GFDL2MRJ.mjs";
import {
  publish
} from "./chunk-VXVCETQ5.mjs";
import {
  createGitHub,
  patience
} from "./chunk-F5Z5Y3X6.mjs";
import "./chunk-KZKVMRVO.mjs";
import "./chunk-KFHZXHTS.mjs";
import "./chunk-6NXCH33W.mjs";
import {
  targetOf
} from "./chunk-BO2WJCPL.mjs";
import "./chunk-S6YBLOS4.mjs";
import {
  info,
  warning
} from "./chunk-WE6XOSAV.mjs";
import "./chunk-Q6T5HL6V.mjs";
import "./chunk-7NOEOBYD.mjs";
import "./chunk-72OASF4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-3LVY5SMX.mjs";
import {
  findPullRequest,
  originOf
} from "./chunk-U3XCWFPE.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/display.ts
async function display({ config, inputs, job, result, run }) {
  const deadline = Date.now() + patience;
  const number = await pullRequestOf(job, inputs, run, deadline);
  if (number === null) return 0;
  const shown = { ...result, head: { sha: run.sha, how: "head" } };
  const forms = formsOf(shown, { ...optionsOf(job, inputs, shown), acceptUntil: null });
  const origin = originOf(job, run);
  const pullRequest = { number, fromFork: false };
  const target = targetOf({ job, pullRequest, inputs, config }, shown);
  const signed = {
    ...forms,
    comment: () => `${forms.comment()}

${origin}
`,
    summary: () => `${forms.summary()}

${origin}
`,
    annotations: () => []
  };
  await publish(shown, signed, { ...target, failOn: "never", artifact: false }, deadline);
  return 0;
}
async function pullRequestOf(job, { token }, run, deadline) {
  if (token === null) {
    warning("There is no comment: the input `token` is empty.", { title: "leakdiff" });
    return null;
  }
  try {
    const search = findPullRequest(createGitHub(token, job.apiUrl, deadline), job, run);
    const number = await within(deadline - Date.now(), search);
    if (number === null) info("No open pull request has this commit as its newest: nothing to show.");
    return number;
  } catch (error) {
    warning(`The pull request could not be found: ${refusal(error, false)}`, { title: "leakdiff" });
    return null;
  }
}
export {
  display
};
