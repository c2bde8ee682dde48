import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  InconclusiveError
} from "./chunk-SPZIDUWA.mjs";

// src/cli/terminal/interrupt.ts
var stopped = null;
var interruption = () => stopped;
function onInterrupt() {
  const controller = new AbortController();
  const stop = (name) => {
    if (controller.signal.aborted) {
      process.exit(130);
    }
    const remedy = "Nothing is left behind. Run it again for a verdict.";
    stopped = new InconclusiveError("interrupted", `Stopped by ${name} before there was a verdict.`, remedy);
    controller.abort(stopped);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off("SIGINT", stop).off("SIGTERM", stop)
  };
}

export {
  interruption,
  onInterrupt
};
