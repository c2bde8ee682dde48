import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/profile/formats/measure.ts
var bytesOf = {
  ...{ inuse_space: "heap-bytes", space: "heap-bytes", heap_space: "heap-bytes" },
  ...{ heap_live_size: "heap-bytes", retained_size: "heap-bytes" },
  ...{ alloc_space: "alloc-bytes", alloc_size: "alloc-bytes" }
};
var countOf = {
  ...{ inuse_objects: "heap-objects", objects: "heap-objects", heap_live_samples: "heap-objects" },
  ...{ retained_objects: "heap-objects", alloc_objects: "alloc-objects", alloc_samples: "alloc-objects" },
  ...{ goroutine: "tasks", goroutineleak: "tasks", threadcreate: "threads" }
};
var unitOf = {
  ...{ "heap-objects": "objects", "alloc-objects": "objects", tasks: "tasks", threads: "threads" }
};
function measureOf(type, unit) {
  const name = type.replaceAll("-", "_");
  const bytes = of(byteUnits, singular(unit));
  if (bytes !== void 0) return { quantity: of(bytesOf, name) ?? type, unit: "bytes", type, factor: bytes };
  const time = of(timeUnits, singular(unit));
  if (time !== void 0) return { quantity: type, unit: "nanoseconds", type, factor: time };
  const quantity = unit === "count" || unit === "objects" ? of(countOf, name) : void 0;
  if (quantity === void 0) return { quantity: type, unit: unit === "" ? "count" : unit, type, factor: 1 };
  return { quantity, unit: unitOf[quantity] ?? "count", type, factor: 1 };
}
function of(known, name) {
  return Object.hasOwn(known, name) ? known[name] : void 0;
}
var byteUnits = {
  ...{ b: 1, byte: 1, kb: 2 ** 10, kbyte: 2 ** 10, kilobyte: 2 ** 10, mb: 2 ** 20, mbyte: 2 ** 20 },
  ...{ megabyte: 2 ** 20, gb: 2 ** 30, gbyte: 2 ** 30, gigabyte: 2 ** 30, tb: 2 ** 40, terabyte: 2 ** 40 },
  ...{ pb: 2 ** 50, pbyte: 2 ** 50, petabyte: 2 ** 50 },
  // Of these pprof knows none, and no other size is meant by them.
  ...{ kib: 2 ** 10, kibibyte: 2 ** 10, mib: 2 ** 20, mebibyte: 2 ** 20, gib: 2 ** 30, gibibyte: 2 ** 30 }
};
var timeUnits = {
  ...{ ns: 1, nanosecond: 1, us: 1e3, \u00B5s: 1e3, microsecond: 1e3, ms: 1e6, millisecond: 1e6 },
  ...{ s: 1e9, sec: 1e9, second: 1e9, minute: 6e10, min: 6e10, hour: 36e11, hr: 36e11 }
};
function singular(unit) {
  const lower = unit.toLowerCase().replace("\u03BC", "\xB5");
  return lower.length > 2 && lower.endsWith("s") ? lower.slice(0, -1) : lower;
}

export {
  measureOf
};
