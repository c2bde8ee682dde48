import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/runtimes/names.ts
var known = {
  go: { title: "Go", writesProfiles: true },
  node: { title: "Node", writesProfiles: false }
};
var runtimeNames = Object.keys(known);
var runtimeTitles = runtimeNames.map((name) => known[name].title);
var profileWriters = runtimeNames.filter(
  (name) => known[name].writesProfiles
);
var anyOf = (words) => new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);

export {
  runtimeNames,
  runtimeTitles,
  profileWriters,
  anyOf
};
