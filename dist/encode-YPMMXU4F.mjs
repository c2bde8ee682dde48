import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  Function,
  Line,
  Location,
  Profile,
  Sample,
  StringTable,
  ValueType
} from "./chunk-2AUBHZ7C.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/profile-diff/encode.ts
function encodePprof({ type, unit, stacks }) {
  const stringTable = new StringTable();
  const locations = /* @__PURE__ */ new Map();
  const functions = /* @__PURE__ */ new Map();
  const functionOf = (frame) => {
    const key = `${frame.function}\0${frame.file}`;
    const known = functions.get(key);
    if (known !== void 0) return known;
    const name = stringTable.dedup(frame.function);
    const made = new Function({
      ...{ id: functions.size + 1, name, systemName: name, filename: stringTable.dedup(frame.file) }
    });
    functions.set(key, made);
    return made;
  };
  const locationOf = (frame) => {
    const known = locations.get(frame);
    if (known !== void 0) return Number(known.id);
    const line = new Line({ functionId: functionOf(frame).id, line: frame.line });
    const made = new Location({ id: locations.size + 1, line: [line] });
    locations.set(frame, made);
    return Number(made.id);
  };
  const sample = stacks.map(
    ({ stack, value }) => new Sample({ locationId: stack.map(locationOf).reverse(), value: [value] })
  );
  const sampleType = [new ValueType({ type: stringTable.dedup(type), unit: stringTable.dedup(unit) })];
  const tables = { location: [...locations.values()], function: [...functions.values()] };
  return new Profile({ sampleType, sample, ...tables, stringTable }).encode();
}
export {
  encodePprof
};
