import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  within
} from "./chunk-GFDL2MRJ.mjs";
import {
  patience
} from "./chunk-W5QEDBFV.mjs";
import "./chunk-AFT4ERF7.mjs";
import "./chunk-SF3IC2O6.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/artifact.ts
async function keepArtifact(name, directory, files) {
  const { DefaultArtifactClient } = await import("./artifact-Q5CIGMSL.mjs");
  const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], directory);
  await within(patience, upload);
}
export {
  keepArtifact
};
