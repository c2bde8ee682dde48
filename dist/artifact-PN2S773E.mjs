import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  inTime
} from "./chunk-LCA6NAPZ.mjs";
import {
  patience
} from "./chunk-GOXNDPBR.mjs";
import "./chunk-T64HJJ6Q.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/publish/artifact.ts
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
async function keepArtifact(name, directory, files) {
  const { DefaultArtifactClient } = await import("./artifact-SN6GZQ7B.mjs");
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
