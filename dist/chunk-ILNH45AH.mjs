import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/names.ts
var known = {
  go: { title: "Go", writesProfiles: true },
  node: { title: "Node", writesProfiles: false },
  python: { title: "Python", writesProfiles: false },
  jvm: { title: "Java", writesProfiles: false }
};
var runtimeNames = Object.keys(known);
var runtimeTitles = runtimeNames.map((name) => known[name].title);
var profileWriters = runtimeNames.filter(
  (name) => known[name].writesProfiles
);
var anyOf = (words) => [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" or ");

export {
  runtimeNames,
  runtimeTitles,
  profileWriters,
  anyOf
};
