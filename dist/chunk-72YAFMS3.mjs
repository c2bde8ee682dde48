import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/onboarding/folders.ts
import { posix } from "node:path";
function foldersAbove(folder) {
  if (folder === "") return [];
  const above = posix.dirname(folder) === "." ? "" : posix.dirname(folder);
  return [above, ...foldersAbove(above)];
}

export {
  foldersAbove
};
