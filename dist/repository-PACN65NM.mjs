import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  openRepository
} from "./chunk-4NYGDQSA.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  openRepository
};
