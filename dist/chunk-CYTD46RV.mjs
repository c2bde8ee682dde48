import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  marker
} from "./chunk-VAU5ECCJ.mjs";

// src/github/comment/sections.ts
var opening = /^<!-- leakdiff:leg (\S+) run (\d+) attempt (\d+) by ([0-9a-f]+) -->$/;
var closing = "<!-- leakdiff:end -->";
var earlier = "_Of an earlier push: this part has not reported since._";
var compareRuns = (a, b) => a.run - b.run || a.attempt - b.attempt;
function sectionsOf(text) {
  const sections = [];
  let open = null;
  for (const line of text.split(/\r?\n/)) {
    const [, leg, run, attempt, writer = ""] = opening.exec(line) ?? [];
    if (leg !== void 0)
      open = { leg, by: { run: Number(run), attempt: Number(attempt), writer }, lines: [] };
    else if (open !== null && line === closing) {
      sections.push({ leg: open.leg, by: open.by, body: open.lines.join("\n").trim() });
      open = null;
    } else if (line !== earlier) open?.lines.push(line);
  }
  return sections;
}
function commentOf(key, sections) {
  const ordered = sections.toSorted((a, b) => a.leg < b.leg ? -1 : 1);
  const newest = sections.map(({ by }) => by).toSorted(compareRuns).at(-1);
  const parts = ordered.map(({ by, leg, body }) => {
    const old = newest !== void 0 && by.run < newest.run ? [earlier, ""] : [];
    return [openingOf(leg, by), ...old, inert(body), "", closing].join("\n");
  });
  return [marker(key), ...parts].join("\n");
}
var openingOf = (leg, { attempt, run, writer }) => `<!-- leakdiff:leg ${leg} run ${run} attempt ${attempt} by ${writer} -->`;
var inert = (body) => body.trim().replaceAll("<!-- leakdiff:", "<!-- leakdiff :");
var longestComment = 65536;
var shareOf = (legs) => Math.floor(longestComment / Math.max(1, legs)) - 400;

export {
  compareRuns,
  sectionsOf,
  commentOf,
  inert,
  longestComment,
  shareOf
};
