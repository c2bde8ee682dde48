import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  findPullRequest,
  forkRunOf,
  originOf
} from "./chunk-SAZRTR5E.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  findPullRequest,
  forkRunOf,
  originOf
};
