import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  withoutPrivate
} from "./chunk-4IUGIOWC.mjs";

// src/trial/both-sides.ts
function blame(head, baseFailure, baseTried) {
  if (!baseTried) return head;
  const comparison = baseFailure === null ? "Base does not fail." : `It fails on base as well. ${baseFailure.text}`;
  return { ...head, text: `${sentence(head.text)} ${comparison}` };
}
var sentence = (text) => /[.!?]$/.test(text) ? text : `${text}.`;

// src/measure/process/secrets.ts
var actionVariables = /^(?:INPUT_|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN)_|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$)/;
var secretName = /token|secret|passw|credential|(?:api|private|access|auth)_?key|_PAT$|_DSN$/i;
var shortest = 8;
function maskSecrets(text, environment = process.env) {
  const secrets = Object.entries(environment).flatMap(
    ([name, value]) => value !== void 0 && value.length >= shortest && secretName.test(name) ? [value] : []
  );
  const longestFirst = secrets.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, "***"), withoutPrivate(text));
}

export {
  blame,
  actionVariables,
  maskSecrets
};
