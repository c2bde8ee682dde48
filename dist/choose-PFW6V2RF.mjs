import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  chooseCommits
} from "./chunk-JB6NXLET.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  chooseCommits
};
