import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/trial/left-out.ts
import { dirname } from "node:path";
var failsLater = "fails-later";
function leftOutReasons(trials, changed) {
  const notesOf = (side) => trials.filter((one) => one.side === side).flatMap((one) => one.notes);
  const notes = notesOf("head");
  const texts = notes.flatMap(({ paths = [], text }) => {
    const touched = changed.find((path) => paths.some((place) => holds(place, path)));
    return touched === void 0 ? [] : [`${text} Head changes ${touched}.`];
  });
  return [...changedReasons(texts), ...exhausted(notes, notesOf("base"))];
}
function exhausted(head, base) {
  const known = new Set(base.map(({ subject }) => subject));
  const texts = head.flatMap(
    ({ code, subject, text }) => code === failsLater && !known.has(subject) ? [text] : []
  );
  return [...new Set(texts)].map((text) => ({
    code: failsLater,
    text: `${text} Base, as far as it was measured, does not.`,
    remedy: "Look for what runs out on head: what a test takes and does not give back, such as connections of a pool."
  }));
}
function changedReasons(texts) {
  return [...new Set(texts)].map((text) => ({
    code: "left-out-changed",
    text,
    remedy: "Have these tests leave the process as they found it (no registering twice, no fixed state), or measure what they test by a workload of its own."
  }));
}
function holds(place, path) {
  if (!place.endsWith("/")) return place === path;
  return dirname(path) === (place.slice(0, -1) || ".");
}

export {
  failsLater,
  leftOutReasons
};
