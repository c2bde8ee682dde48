import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/github/comment/key.ts
import { createHash } from "node:crypto";
var longestKey = 100;
function voiceOf(use) {
  const { given, job, name, workflow } = use;
  const [own, named] = [leg(use.matrix), name ? [name] : []];
  if (own.length === 0) return { key: commentKey(use), leg: null };
  return { key: plain(given ?? [workflow, job].join("/")), leg: plain([...own, ...named].join("/")) };
}
function commentKey(use) {
  return plain(
    use.given ?? [use.workflow, use.job, ...use.name ? [use.name] : [], ...leg(use.matrix)].join("/")
  );
}
function marker(key) {
  return `<!-- leakdiff:${key} -->`;
}
function artifactName(key) {
  return `leakdiff-${key.replaceAll("/", "-")}`;
}
function plain(text) {
  const safe = text.replace(/[^\w./-]+/g, "-").replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
  if (safe.length <= longestKey && safe !== "") return safe;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return `${safe.slice(0, longestKey - 13)}-${digest}`.replace(/-{2,}/g, "-");
}
function leg(matrix) {
  try {
    const values = JSON.parse(matrix);
    if (values === null || typeof values !== "object") return [];
    return Object.values(values).map((v) => typeof v === "string" ? v : JSON.stringify(v));
  } catch {
    return [matrix];
  }
}

export {
  voiceOf,
  commentKey,
  marker,
  artifactName
};
