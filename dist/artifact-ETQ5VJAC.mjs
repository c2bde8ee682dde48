import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  within
} from "./chunk-PU4LZLG4.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/artifact.ts
var longestUpload = 3e4;
async function keepArtifact(name, directory, files) {
  const { DefaultArtifactClient } = await import("./artifact-MCMAYSXQ.mjs");
  const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], directory);
  await within(longestUpload, upload);
}
export {
  keepArtifact
};
