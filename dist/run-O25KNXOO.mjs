import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  findPullRequests,
  forkRunOf,
  originOf
} from "./chunk-Z4VNBP3I.mjs";
import "./chunk-4NFQOBOK.mjs";
import "./chunk-7RZFDP7O.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  findPullRequests,
  forkRunOf,
  originOf
};
