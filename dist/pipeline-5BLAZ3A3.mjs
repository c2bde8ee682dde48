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
} from "./chunk-BXAV7LJL.mjs";
import "./chunk-XVD75D6G.mjs";
import "./chunk-DHIIAMOL.mjs";
import "./chunk-K5YJIIKY.mjs";
import "./chunk-XRGHWONV.mjs";
import "./chunk-4CFVBQWG.mjs";
import "./chunk-CMULCZ6I.mjs";
import "./chunk-3XWHAXI3.mjs";
import "./chunk-G5KNRJGF.mjs";
import "./chunk-VU2LTKMN.mjs";
import "./chunk-YP36PRDE.mjs";
import "./chunk-U7KW475E.mjs";
import "./chunk-2N7KZUWK.mjs";
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
