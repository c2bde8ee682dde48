import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  ConfigError
} from "./chunk-7RZFDP7O.mjs";

// src/trial/number.ts
function trialNumber(place, written) {
  if (written === null) return null;
  if (/^[1-9]\d?$/.test(written)) return Number(written);
  throw new ConfigError(`${place} is \`${written}\``, "Write the number of a trial, from 1 on.");
}

export {
  trialNumber
};
