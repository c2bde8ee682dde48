import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  refusal
} from "./chunk-FT7SHAFI.mjs";
import {
  publish
} from "./chunk-H6U42W4V.mjs";
import {
  formsOf,
  optionsOf
} from "./chunk-4MMBOPK4.mjs";
import "./chunk-LIX2NSLL.mjs";
import "./chunk-KMNLSN4I.mjs";
import "./chunk-ZXIKJHUW.mjs";
import "./chunk-LN4KT7LJ.mjs";
import "./chunk-TVPWDSVT.mjs";
import "./chunk-ODSZS3DZ.mjs";
import "./chunk-FPB6MJ4T.mjs";
import "./chunk-YZD222PQ.mjs";
import "./chunk-XRGHWONV.mjs";
import {
  findPullRequests,
  originOf
} from "./chunk-Z4VNBP3I.mjs";
import {
  within
} from "./chunk-GFDL2MRJ.mjs";
import {
  createGitHub,
  patience
} from "./chunk-M6ODLZFU.mjs";
import "./chunk-Q7A5SSN6.mjs";
import {
  targetOf
} from "./chunk-WFOV7J3K.mjs";
import "./chunk-P63LPAWB.mjs";
import "./chunk-L57F3A4J.mjs";
import "./chunk-ZRD7CAPS.mjs";
import {
  info,
  warning
} from "./chunk-WGMDFKAV.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-RAT3K6OK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/fork/display.ts
async function display({ config, inputs, job, result, run }) {
  const deadline = Date.now() + patience;
  const number = await pullRequestOf(job, inputs, run, deadline);
  const shown = { ...result, head: headOf(result, run.sha) };
  const forms = formsOf(shown, { ...optionsOf(job, inputs, shown), acceptUntil: null });
  const origin = originOf(job, run);
  const pullRequest = number === null ? null : { number, fromFork: false, closed: false };
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
var headOf = ({ head: { pullRequest } }, sha) => ({
  sha,
  how: "head",
  ...pullRequest ? { pullRequest: { ...pullRequest, sha } } : {}
});
async function pullRequestOf(job, { token }, run, deadline) {
  if (token === null) {
    warning("There is no comment: the input `token` is empty.", { title: "leakdiff" });
    return null;
  }
  try {
    const search = findPullRequests(createGitHub(token, job.apiUrl, deadline), job, run);
    const numbers = await within(deadline - Date.now(), search);
    const [number = null, ...more] = numbers;
    if (number === null) info("No open pull request has this commit as its newest: there is no comment.");
    if (more.length === 0) return number;
    warning(`There is no comment: ${severalOf(numbers)}`, { title: "leakdiff" });
    return null;
  } catch (error) {
    warning(`The pull request could not be found: ${refusal(error, false)}`, { title: "leakdiff" });
    return null;
  }
}
var severalOf = (numbers) => `this commit is the newest of ${numbers.map((n) => `#${n}`).join(", ")}, and GitHub does not tell which of them a fork's run is for.`;
export {
  display
};
