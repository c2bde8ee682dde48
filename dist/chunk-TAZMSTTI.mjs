import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/log.ts
function inertLine(text) {
  return text.replace(breaks, " ").replace(control, "").replace(/##(?=[\w-]*\[)/g, "## ").replace(/^(?=[\s\u180e]*::)/, "> ");
}
var inertLines = (text) => text.split("\n").map(inertLine).join("\n");
var breaks = /[\r\n\v\f\u0085\u2028\u2029]+/g;
var control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2060-\u2064\ufeff]/g;
var isCI = ({ CI }) => CI !== void 0 && !["", "0", "false"].includes(CI);

export {
  inertLine,
  inertLines,
  isCI
};
