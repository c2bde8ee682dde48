import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/onboarding/folders.ts
import { posix } from "node:path";
function folderOf(path) {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}
var foldersAbove = (folder) => folder === "" ? [] : [folderOf(folder), ...foldersAbove(folderOf(folder))];
function subtree(tree, folder, others = []) {
  const prefix = folder === "" ? "" : `${folder}/`;
  const inner = others.filter((other) => other !== folder && other.startsWith(prefix)).map((o) => `${o}/`);
  const files = tree.files.filter(
    (file) => file.startsWith(prefix) && !inner.some((other) => file.startsWith(other))
  );
  return {
    files: files.map((file) => file.slice(prefix.length)),
    read: (file) => tree.read(`${prefix}${file}`)
  };
}

export {
  folderOf,
  foldersAbove,
  subtree
};
