import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  findPullRequest,
  forkRunOf,
  originOf
} from "./chunk-U3XCWFPE.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  findPullRequest,
  forkRunOf,
  originOf
};
