import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  findPullRequest,
  originOf
} from "./chunk-SAZRTR5E.mjs";
import {
  formsOf,
  optionsOf
} from "./chunk-HDSAUSVX.mjs";
import "./chunk-ARSXL5ZB.mjs";
import {
  refusal
} from "./chunk-YF5BAKHV.mjs";
import "./chunk-6SJR6SQD.mjs";
import {
  within
} from "./chunk-GFDL2MRJ.mjs";
import {
  publish
} from "./chunk-L6WCAPLI.mjs";
import "./chunk-KMNLSN4I.mjs";
import {
  createGitHub,
  patience
} from "./chunk-W5QEDBFV.mjs";
import "./chunk-AFT4ERF7.mjs";
import {
  targetOf
} from "./chunk-3JWZZVJB.mjs";
import "./chunk-S6YBLOS4.mjs";
import {
  info,
  warning
} from "./chunk-SF3IC2O6.mjs";
import "./chunk-G7W56Q7R.mjs";
import "./chunk-FXTBCGAE.mjs";
import "./chunk-UDWAT77A.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-3LVY5SMX.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/display.ts
async function display({ config, inputs, job, result, run }) {
  const deadline = Date.now() + patience;
  const number = await pullRequestOf(job, inputs, run, deadline);
  if (number === null) return 0;
  const shown = { ...result, head: { sha: run.sha, how: "head" } };
  const forms = formsOf(shown, { ...optionsOf(job, inputs, shown), acceptUntil: null });
  const origin = originOf(job, run);
  const pullRequest = { number, fromFork: false, closed: false };
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
