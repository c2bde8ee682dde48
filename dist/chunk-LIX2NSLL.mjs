import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  marker
} from "./chunk-P63LPAWB.mjs";

// src/github/comment/sections.ts
var opening = /^<!-- leakdiff:leg ([\w./-]+) run (\d+) -->$/;
var closing = "<!-- leakdiff:end -->";
function sectionsOf(text) {
  const sections = [];
  let open = null;
  for (const line of text.split(/\r?\n/)) {
    const [, leg, run] = opening.exec(line) ?? [];
    if (leg !== void 0) open = { leg, run: Number(run), lines: [] };
    else if (open !== null && line === closing) {
      sections.push({ leg: open.leg, run: open.run, body: open.lines.join("\n").trim() });
      open = null;
    } else open?.lines.push(line);
  }
  return sections;
}
function commentOf(key, sections) {
  const ordered = sections.toSorted((a, b) => a.leg < b.leg ? -1 : 1);
  const parts = ordered.map(
    ({ leg, run, body }) => (
      // The empty line ends what would take the marker for its own.
      [`<!-- leakdiff:leg ${leg} run ${run} -->`, inert(body), "", closing].join("\n")
    )
  );
  return [marker(key), ...parts].join("\n");
}
var inert = (body) => body.trim().replaceAll("<!-- leakdiff:", "<!-- leakdiff :");
var longestComment = 65536;
var shareOf = (legs) => Math.floor(longestComment / Math.max(1, legs)) - 400;

export {
  sectionsOf,
  commentOf,
  inert,
  longestComment,
  shareOf
};
