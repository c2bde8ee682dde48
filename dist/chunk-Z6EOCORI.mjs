import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/report/narrative/document.ts
var code = (text) => ({ kind: "code", text });
var strong = (...content) => ({ kind: "strong", content });
var paragraph = (...content) => ({ kind: "paragraph", content });
var heading = (level, ...content) => ({
  kind: "heading",
  level,
  content
});
var list = (items) => ({ kind: "list", items });
var command = (text) => ({ kind: "lines", language: "sh", text });
var lines = (text) => ({ kind: "lines", language: "text", text });
var fold = (title, blocks) => ({
  kind: "fold",
  title,
  blocks
});
function joined(parts, between = ", ", last = " and ") {
  return parts.flatMap((part, i) => {
    if (i === 0) return part;
    return [i === parts.length - 1 ? last : between, ...part];
  });
}
function textOf(content) {
  return content.map((item) => {
    if (typeof item === "string") return item;
    if (item.kind === "code") return item.text;
    if (item.kind === "strong") return textOf(item.content);
    return item.kind === "link" ? item.label : "";
  }).join("");
}
var prose = (text) => text.split(/`([^`]+)`/).map((part, i) => i % 2 === 1 ? code(part) : part);

export {
  code,
  strong,
  paragraph,
  heading,
  list,
  command,
  lines,
  fold,
  joined,
  textOf,
  prose
};
