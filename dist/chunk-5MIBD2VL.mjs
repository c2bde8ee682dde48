import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/debug.ts
import { channel } from "node:diagnostics_channel";
var messages = channel("leakdiff:debug");
function debug(topic, text) {
  if (messages.hasSubscribers) messages.publish({ topic, text: text() });
}
function writeDebug(write) {
  const began = performance.now();
  messages.subscribe((message) => {
    const { topic, text } = message;
    const seconds = ((performance.now() - began) / 1e3).toFixed(3);
    write(`${seconds.padStart(8)} ${topic.padEnd(7)} ${text.replace(/[\r\n]+/g, " ")}`);
  });
}
var isDebugging = (env) => !["", "0", void 0].includes(env.LEAKDIFF_DEBUG);

export {
  debug,
  writeDebug,
  isDebugging
};
