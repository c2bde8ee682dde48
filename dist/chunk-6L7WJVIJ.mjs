import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/jvm/instrument/instrument.ts
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";

// src/runtimes/jvm/attach/marker.ts
import { basename, join } from "node:path";
var names = /^jvm-(\d+)(?:-t\d+)?-(plain|traced)\.sock$/;
var markerFile = (sockets, trace) => join(sockets, `jvm-%p-${trace}.sock`);
var markerPid = (fileName) => {
  const pid = names.exec(fileName)?.[1];
  return pid === void 0 ? null : Number(pid);
};
var traceIn = (path) => names.exec(basename(path))?.[2] === "traced" ? "traced" : "plain";

// src/runtimes/jvm/instrument/instrument.ts
var options = [
  "-XX:+IgnoreUnrecognizedVMOptions",
  "-XX:+StartAttachListener",
  "-XX:NativeMemoryTracking=summary",
  "-XX:SoftRefLRUPolicyMSPerMB=0",
  "-XX:MarkSweepAlwaysCompactCount=1",
  "-XX:HeapMaximumCompactionInterval=0"
];
var traced = [
  "-XX:-ResizeTLAB",
  "-XX:TLABSize=4104",
  "-XX:TLABWasteIncrement=0",
  "-XX:FlightRecorderOptions=old-object-queue-size=4096"
];
var installedListener = () => createRequire(import.meta.url).resolve("#probe/jvm/junit.jar");
async function instrument({ directory, workload }) {
  const tests = workload.form === "test" ? { directory: realpathSync(directory), agent: `-javaagent:${installedListener()}` } : null;
  const environment = (sockets, trace) => ({
    LEAKDIFF_SOCKETS: sockets,
    LEAKDIFF_TRACE: trace,
    ...tests !== null && { LEAKDIFF_TESTS: tests.directory },
    JAVA_TOOL_OPTIONS: tests === null ? optionsOf(sockets, trace) : optionsWith(trace, tests.agent)
  });
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environment(sockets, stage === "first" ? "plain" : "traced"),
    diagnosticEnv: (sockets) => environment(sockets, "traced")
  };
}
var optionsOf = (sockets, trace) => optionsWith(trace, markerOption(sockets, trace));
var optionsWith = (trace, last) => [...options, ...trace === "plain" ? [] : traced, quoted(last)].join(" ");
var markerOption = (sockets, trace) => `-Xlog:safepoint=error:file=${markerFile(sockets, trace)}`;
var quoted = (option) => /\s/.test(option) ? `"${option}"` : option;

export {
  markerPid,
  traceIn,
  instrument,
  optionsOf
};
