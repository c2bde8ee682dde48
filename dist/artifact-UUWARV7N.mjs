import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  within
} from "./chunk-GFDL2MRJ.mjs";
import {
  patience
} from "./chunk-F5Z5Y3X6.mjs";
import "./chunk-KZKVMRVO.mjs";
import "./chunk-WE6XOSAV.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/artifact.ts
async function keepArtifact(name, directory, files) {
  const { DefaultArtifactClient } = await import("./artifact-MCMAYSXQ.mjs");
  const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], directory);
  await within(patience, upload);
}
export {
  keepArtifact
};
