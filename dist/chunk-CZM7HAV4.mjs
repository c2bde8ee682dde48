import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/profile/profile.ts
var quantities = {
  "heap-bytes": "bytes",
  "heap-objects": "objects",
  "external-bytes": "bytes",
  tasks: "tasks",
  files: "files",
  classes: "classes",
  /** What a runtime keeps of loaded classes, beside its heap. */
  "class-bytes": "bytes",
  /** Of each type how many more live than after the first measured round; its stack is the type alone. */
  instances: "objects",
  threads: "threads",
  "rss-bytes": "bytes",
  "alloc-bytes": "bytes",
  "alloc-objects": "objects"
};

export {
  quantities
};
