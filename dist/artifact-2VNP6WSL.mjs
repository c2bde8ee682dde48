import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  inTime
} from "./chunk-ERZA4NOK.mjs";
import {
  patience
} from "./chunk-IUYHVACP.mjs";
import "./chunk-UVSMYTED.mjs";
import "./chunk-INO3K2CV.mjs";
import "./chunk-MUK524IF.mjs";
import "./chunk-4IUGIOWC.mjs";
import "./chunk-6ZJHM4Y3.mjs";
import "./chunk-ZRD7CAPS.mjs";
import "./chunk-WGMDFKAV.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/publish/artifact.ts
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
async function keepArtifact(name, directory, files) {
  const { DefaultArtifactClient } = await import("./artifact-XWBOOLX3.mjs");
  const client = new DefaultArtifactClient();
  const upload = (as) => client.uploadArtifact(as, [...files], dirname(directory));
  const both = upload(name).catch((error) => {
    if (!isTaken(error)) throw error;
    return upload(`${name}~~${randomBytes(4).toString("hex")}`);
  });
  await inTime(patience, both);
}
var isTaken = (error) => error instanceof Error && /\b409\b|already exists/i.test(error.message);
export {
  keepArtifact
};
