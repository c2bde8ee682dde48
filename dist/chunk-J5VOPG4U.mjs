import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/runtimes/onboarding/declared.ts
import { posix } from "node:path";
function declaredCommands(tree) {
  const named = (pattern) => tree.files.filter((file) => pattern.test(posix.basename(file)));
  const from = (pattern, commandsIn) => named(pattern).flatMap(
    (file) => commandsIn(tree.read(file) ?? "").map((command) => ({ file, command: command.trim() }))
  );
  return [
    ...from(/^Procfile$/, (text) => [...text.matchAll(/^web:(.*)$/gm)].map(([, line = ""]) => line)),
    ...from(/^Dockerfile/, dockerCommands),
    ...from(
      /^(?:docker-)?compose\.ya?ml$/,
      (text) => [...text.matchAll(/^\s+command:\s*(.+)$/gm)].map(([, line = ""]) => unlisted(line))
    ),
    ...from(/^(?:GNU)?[Mm]akefile$/, makeCommands),
    ...from(/^[Tt]askfile(?:\.dist)?\.ya?ml$/, (text) => taskCommands(text)),
    ...from(/^\.?[Jj]ustfile$/, (text) => makeCommands(text.replace(/^[ ]+(?=\S)/gm, "	"))),
    ...workflowCommands(tree)
  ].filter(({ command }) => command !== "");
}
function dockerCommands(text) {
  const joined = text.replace(/\\\n\s*/g, " ");
  const last = (name) => [...joined.matchAll(new RegExp(`^${name}\\s+(.+)$`, "gim"))].at(-1)?.[1];
  const words = [last("ENTRYPOINT"), last("CMD")].flatMap(
    (line) => line === void 0 ? [] : unlisted(line)
  );
  return words.length > 0 ? [words.join(" ")] : [];
}
function unlisted(line) {
  const items = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? "");
  return line.trim().startsWith("[") ? items.join(" ") : line.trim();
}
function makeCommands(text) {
  const targets = /^(?:run|start|serve|server|dev|up)(?:[-/\w]*)(?: [^:\n]*)?:[^=\n]*\n((?:\t.*\n?)+)/gm;
  const set = new Map(
    [...text.matchAll(/^(?:export\s+)?(\w+)\s*[:?]{0,2}=\s*([^\n#]*)/gm)].map(
      ([, name = "", value = ""]) => [name, value.trim().replace(/^"(.*)"$/, "$1")]
    )
  );
  const held = (whole, name) => set.get(name) ?? whole;
  return [...text.matchAll(targets)].flatMap(
    ([, lines = ""]) => lines.replace(/\$[({](\w+)[)}]/g, held).replace(/\{\{\s*(\w+)\s*\}\}/g, held).split("\n").map((line) => line.replace(/^\t[@-]*/, "").trim()).filter((line) => line !== "" && !/^(?:echo|#)/.test(line) && !/\$[({]|\{\{/.test(line))
  );
}
function taskCommands(text) {
  const tasks = /^ {2}(?:run|start|serve|server|dev|up)(?:[-:/\w]*):[ ]*([^\n]*)\n((?: {3,}.*\n?|\n)*)/gm;
  return [...text.matchAll(tasks)].flatMap(([, own = "", body = ""]) => [
    ...own === "" ? [] : [own],
    ...[...body.matchAll(/^\s+(?:- (?:cmd: )?|cmd: )([^\s{][^\n]*)$/gm)].map(
      ([, line = ""]) => line.replace(/^(['"])(.*)\1$/, "$2")
    )
  ]).filter((line) => !/\{\{|^\w+:/.test(line));
}
function workflowCommands(tree) {
  const files = tree.files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file));
  return files.flatMap(
    (file) => [...(tree.read(file) ?? "").matchAll(/^\s*(?:-\s+)?(?:run:\s*)?([\w./].*?)\s+&\s*$/gm)].map(
      ([, command = ""]) => ({ file, command: command.replace(/\s+>\s*\S+.*$/, "") })
    )
  );
}

export {
  declaredCommands
};
