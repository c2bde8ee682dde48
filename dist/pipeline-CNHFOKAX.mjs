import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  conclude,
  dayOf,
  decision,
  keeper,
  notesOf,
  roundsOf,
  run,
  runtimeOf,
  undecided
} from "./chunk-PIGE2JHZ.mjs";
import "./chunk-6PGW3NJ4.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-7ZYAI5EC.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-L6CBNR6R.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-2LHJRCZ5.mjs";
import "./chunk-VFIJF76T.mjs";
import "./chunk-KVCXQRUY.mjs";
import "./chunk-BYKPD5OU.mjs";
import "./chunk-RVF3GSDA.mjs";
import "./chunk-DWPMDLRA.mjs";
export {
  conclude,
  dayOf,
  decision,
  keeper,
  notesOf,
  roundsOf,
  run,
  runtimeOf,
  undecided
};
