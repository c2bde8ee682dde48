import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

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
