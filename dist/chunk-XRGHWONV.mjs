import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/profile/profile.ts
var quantities = {
  "heap-bytes": "bytes",
  "heap-objects": "objects",
  "external-bytes": "bytes",
  tasks: "tasks",
  files: "files",
  threads: "threads",
  "rss-bytes": "bytes",
  "alloc-bytes": "bytes",
  "alloc-objects": "objects"
};

export {
  quantities
};
