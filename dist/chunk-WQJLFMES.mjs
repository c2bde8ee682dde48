import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/runtimes/go/build/overlay.ts
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

// src/runtimes/go/build/with-probe.ts
function withProbe(source) {
  const clause = packageClauseEnd(source);
  return `${source.slice(0, clause)}; import _ "runtime/pprof"${source.slice(clause)}`;
}
function hasMain(source) {
  return packageClauseEnd(source) >= 0 && /^func\s+main\s*\(\s*\)/m.test(source);
}
function packageClauseEnd(source) {
  return /^\uFEFF?(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package\s+main\b/.exec(source)?.[0].length ?? -1;
}

// src/runtimes/go/build/overlay.ts
async function writeOverlay({ scratch, goroot, programs, users }) {
  await mkdir(scratch, { recursive: true });
  const probe = join(scratch, "zz_leakdiff.go");
  await cp(probeFile("zz_leakdiff.go"), probe);
  const replaced = await Promise.all(
    programs.map(async ({ path: path2, source }) => {
      const copy = join(scratch, `${createHash("sha256").update(path2).digest("hex").slice(0, 16)}.go`);
      await writeFile(copy, withProbe(source));
      return (await namesOf(path2)).map((name) => [name, copy]);
    })
  );
  const path = join(scratch, "overlay.json");
  const added = { [join(goroot, "src/runtime/pprof/zz_leakdiff.go")]: probe };
  await writeFile(
    path,
    JSON.stringify({ Replace: { ...users, ...Object.fromEntries(replaced.flat()), ...added } }, null, 1)
  );
  return path;
}
async function namesOf(path) {
  return [.../* @__PURE__ */ new Set([path, join(await realpath(dirname(path)), basename(path))])];
}
async function readOverlay(directory, file) {
  const path = resolve(directory, file);
  try {
    const { Replace = {} } = JSON.parse(await readFile(path, "utf8"));
    const absolute = (name) => name === "" ? "" : resolve(directory, name);
    return Object.fromEntries(Object.entries(Replace).map(([from, to]) => [absolute(from), absolute(to)]));
  } catch (cause) {
    throw new ConfigError(
      `The overlay that GOFLAGS names, ${path}, cannot be read.`,
      "leakdiff merges it with its own: give the path of the JSON file that `go build -overlay` takes.",
      { cause }
    );
  }
}
var probeFile = (name) => join(dirname(createRequire(import.meta.url).resolve("#probe/go/zz_leakdiff.go")), name);

export {
  hasMain,
  writeOverlay,
  readOverlay,
  probeFile
};
