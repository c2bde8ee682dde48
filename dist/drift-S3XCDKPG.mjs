import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  driftHeadline,
  renderTrend
} from "./chunk-QMR52MVF.mjs";
import "./chunk-LFXAUP2U.mjs";
import {
  writeSummary
} from "./chunk-SMRRN24X.mjs";
import {
  stepStatus
} from "./chunk-DM3AJQTQ.mjs";
import {
  markdownFence,
  markdownText
} from "./chunk-ATJKPRVI.mjs";
import "./chunk-JIHZRTOJ.mjs";
import "./chunk-DWPA6LHS.mjs";
import "./chunk-AM356UNS.mjs";
import {
  annotate,
  info,
  warn
} from "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import {
  exitStatus
} from "./chunk-EEIPMXOZ.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/history/drift.ts
async function checkDrift({ drift: budget, failOn }, { name }, trend) {
  if (budget === null || !["schedule", "workflow_dispatch"].includes(name)) return exitStatus.pass;
  if (trend === null || trend.drift === null) {
    warn(`\`drift: ${budget.text}\` could not be checked: there is no history yet.`);
    return stepStatus("inconclusive", failOn);
  }
  const status = stepStatus(trend.drift.verdict, failOn);
  const headline = driftHeadline(trend.drift);
  if (trend.drift.verdict === "pass") info(headline);
  else annotate(status === 0 ? "warning" : "error", headline);
  const told = `### ${markdownText(headline)}

${markdownFence(renderTrend(trend), "text")}
`;
  await writeSummary(told).catch((error) => warn(`The job summary could not be written: ${error}`));
  return status;
}
export {
  checkDrift
};
