import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  inTime
} from "./chunk-RD4P5XZM.mjs";
import {
  patience
} from "./chunk-XBRKTWTZ.mjs";
import "./chunk-VEVNWLNL.mjs";
import "./chunk-AFGPZXDR.mjs";
import "./chunk-P2UIFFKF.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-IVIYIOIT.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/publish/artifact.ts
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
async function keepArtifact(name, directory, files) {
  const { DefaultArtifactClient } = await import("./artifact-RM7U42CT.mjs");
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
