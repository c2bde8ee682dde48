import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  within
} from "./chunk-GFDL2MRJ.mjs";
import {
  patience
} from "./chunk-M6ODLZFU.mjs";
import "./chunk-Q7A5SSN6.mjs";
import "./chunk-ZRD7CAPS.mjs";
import "./chunk-WGMDFKAV.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/publish/artifact.ts
async function keepArtifact(name, directory, files) {
  const { DefaultArtifactClient } = await import("./artifact-32KCMPPH.mjs");
  const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], directory);
  await within(patience, upload);
}
export {
  keepArtifact
};
