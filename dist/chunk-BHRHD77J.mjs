import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/checkout/revision.ts
var hows = [
  "head",
  "merge-parent",
  "merge-base",
  "merge-group",
  "before",
  "first-parent",
  "tag",
  "given",
  "working-tree"
];

export {
  hows
};
