import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formsOf,
  optionsOf
} from "./chunk-ISRCGHO6.mjs";
import {
  createGitHub,
  patience,
  refusal
} from "./chunk-2RDVGL6E.mjs";
import "./chunk-KZKVMRVO.mjs";
import {
  within
} from "./chunk-PU4LZLG4.mjs";
import {
  publish
} from "./chunk-YURKSLB2.mjs";
import "./chunk-SNZQICZ2.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-YJVA45FW.mjs";
import {
  targetOf
} from "./chunk-OGY53EJN.mjs";
import "./chunk-RXKMRQ6R.mjs";
import {
  info,
  warning
} from "./chunk-WE6XOSAV.mjs";
import "./chunk-6PGW3NJ4.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-VFIJF76T.mjs";
import {
  findPullRequest,
  originOf
} from "./chunk-U3XCWFPE.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/display.ts
async function display({ config, inputs, job, result, run }) {
  const number = await pullRequestOf(job, inputs, run);
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
  await publish(shown, signed, { ...target, failOn: "never", artifact: false });
  return 0;
}
async function pullRequestOf(job, { token }, run) {
  if (token === null) {
    warning("There is no comment: the input `token` is empty.", { title: "leakdiff" });
    return null;
  }
  try {
    const search = findPullRequest(createGitHub(token, job.apiUrl), job, run);
    const number = await within(patience, search);
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
