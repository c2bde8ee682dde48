import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  masked,
  withoutPrivate
} from "./chunk-3D67X6WZ.mjs";

// src/measure/process/secrets.ts
var actionVariables = /^(?:INPUT_|ACTIONS_(?:RUNTIME|RESULTS|CACHE|ID_TOKEN)_|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$)/;
var secretName = /token|secret|passw|credential|(?:api|private|access|auth)_?key|_PAT$|_DSN$/i;
var shortest = 8;
function maskSecrets(text, environment = process.env) {
  const secrets = Object.entries(environment).flatMap(
    ([name, value]) => value !== void 0 && value.length >= shortest && secretName.test(name) ? [value] : []
  );
  return masked(withoutPrivate(text), secrets);
}

export {
  actionVariables,
  maskSecrets
};
