import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  within
} from "./chunk-PU4LZLG4.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/artifact.ts
import { dirname } from "node:path";
var longestUpload = 3e4;
async function keepArtifact(name, files) {
  const { DefaultArtifactClient } = await import("./artifact-MCMAYSXQ.mjs");
  const upload = new DefaultArtifactClient().uploadArtifact(
    name,
    [files.json, files.html],
    dirname(files.json)
  );
  await within(longestUpload, upload);
}
export {
  keepArtifact
};
