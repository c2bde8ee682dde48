import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  stringWidth
} from "./chunk-LFXAUP2U.mjs";
import {
  accept,
  acceptUntil,
  amounts,
  contextOf,
  failing,
  inOrder,
  nextStep,
  profileFiles,
  renderComment,
  renderHtml,
  renderJson,
  shortName,
  story,
  tellFinding,
  terminalDetails
} from "./chunk-4ZALGVKS.mjs";
import {
  pageScript
} from "./chunk-P6OYUYKH.mjs";
import {
  clip,
  longest,
  plain,
  plainLine,
  sparkline
} from "./chunk-ATJKPRVI.mjs";
import {
  command,
  paragraph,
  strong,
  textOf
} from "./chunk-Z6EOCORI.mjs";
import {
  out
} from "./chunk-RPPWGIFJ.mjs";
import {
  __commonJS,
  __toESM
} from "./chunk-MUV4FIWC.mjs";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors2 = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors2();
    module.exports.createColors = createColors2;
  }
});

// src/cli/terminal/tell.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

// src/report/render/junit-xml.ts
var longestMessage = 1e3;
function junitXml(suites, seconds) {
  const cases = suites.flatMap((suite) => suite.cases);
  const whole = { name: "leakdiff", ...counts(cases), time: seconds.toFixed(3) };
  const lines = [`<testsuites${attributes(whole)}>`, ...suites.flatMap(suiteLines), "</testsuites>"];
  return `<?xml version="1.0" encoding="UTF-8"?>
${lines.join("\n")}
`;
}
function suiteLines({ cases, name, seconds }) {
  const about = { name, ...counts(cases), skipped: tally(cases, "skipped"), time: seconds.toFixed(3) };
  return [
    `  <testsuite${attributes(about)}>`,
    ...cases.flatMap((one) => caseLines(name, one)),
    "  </testsuite>"
  ];
}
function caseLines(suite, { name, outcome }) {
  const open = `    <testcase${attributes({ classname: suite, name })}`;
  if (outcome === null) return [`${open}/>`];
  const { message, tag, text, type } = outcome;
  const told = `<${tag}${attributes({ type, message })}>${escaped(text.split("\n").map(plainLine).join("\n"))}</${tag}>`;
  return [`${open}>`, `      ${told}`, "    </testcase>"];
}
var counts = (cases) => ({
  tests: String(cases.length),
  failures: tally(cases, "failure"),
  errors: tally(cases, "error")
});
var tally = (cases, tag) => String(cases.filter((c) => c.outcome?.tag === tag).length);
var attributes = (values) => Object.entries(values).map(([name, value]) => ` ${name}="${escaped(clip(plain(value), longestMessage))}"`).join("");
var escaped = (text) => text.replace(/[\uFFFE\uFFFF]/g, "\uFFFD").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

// src/report/render/junit.ts
var mostCases = 1e3;
function renderJunit(result, options = {}) {
  const suites = result.workloads.map((workload) => suiteOf(contextOf(result, workload, options)));
  return junitXml([...ownSuite(result), ...suites], result.spent.seconds);
}
function ownSuite({ reasons, verdict, workloads }) {
  const own = reasons.map(reasonCase);
  const silent = verdict === "inconclusive" && own.length === 0 && workloads.length === 0;
  const nothing = { code: "nothing-measured", text: "Nothing was measured.", remedy: "" };
  const cases = silent ? [reasonCase(nothing)] : own;
  return cases.length === 0 ? [] : [{ name: "leakdiff", seconds: 0, cases }];
}
function suiteOf(context) {
  const { workload } = context;
  const told = workload.findings.slice(0, mostCases);
  const cases = [
    ...workload.reasons.map(reasonCase),
    ...told.map((finding) => ({ name: findingName(context, finding), outcome: ruled(context, finding) })),
    ...workload.totals.filter((total) => !total.leaks || inOrder(workload.totals).includes(total)).filter(
      (total) => !workload.findings.some((f) => f.role === total.role && f.quantity === total.quantity)
    ).map((total) => totalCase(context, total))
  ];
  return { name: workload.name, seconds: workload.spent.seconds, cases: decided(workload, unlike(cases)) };
}
function decided(workload, cases) {
  const tag = { pass: "skipped", fail: "failure", inconclusive: "error" }[workload.verdict];
  if (workload.verdict === "pass" ? cases.length > 0 : cases.some((c) => c.outcome?.tag === tag)) return cases;
  const message = workload.notes[0]?.text ?? `The verdict is ${workload.verdict}.`;
  return [...cases, { name: "verdict", outcome: { tag, type: workload.verdict, message, text: "" } }];
}
var reasonCase = ({ code, remedy, text }) => ({
  name: code,
  outcome: { tag: "error", type: code, message: text, text: remedy }
});
function findingName({ words }, { function: name, quantity, role }) {
  return `${words.name(quantity)} of ${name === null ? "no known site" : shortName(name)} in ${role}`;
}
function ruled(context, finding) {
  const { ruling } = finding;
  if (ruling === "fixed") return null;
  const message = `${context.workload.name} ${verbs[ruling]} ${amounts(context, finding)}`;
  if (ruling === "waived") {
    const { expires, reason } = finding.waiver ?? { expires: "", reason: "" };
    return { tag: "skipped", type: ruling, message, text: `Waived until ${expires}: ${reason}` };
  }
  if (ruling === "existing") return { tag: "skipped", type: ruling, message, text: "Base leaks it too." };
  const red = context.workload.verdict === "fail" && failing.includes(ruling);
  const next = `Next: ${textOf(nextStep(context, finding))}`;
  const text = [textOf(tellFinding(context, finding)), next, "", ...stackOf(finding)].join("\n");
  return { tag: red ? "failure" : "error", type: ruling, message, text };
}
var verbs = {
  leak: "leaks",
  worse: "leaks more than before:",
  suspect: "may leak",
  existing: "still leaks",
  waived: "leaks"
};
var stackOf = ({ stack }) => stack.slice(-64).toReversed().map(({ file, function: name, line }) => `    at ${name} (${file}:${line})`);
function totalCase({ words, workload }, total) {
  const name = `${words.name(total.quantity)} in ${total.role}`;
  if (!total.leaks) return { name, outcome: null };
  const beyond = total.base === null ? "" : ", beyond base";
  const message = `grows by ${words.amount(total.excess, total.quantity)} a round${beyond}`;
  const tag = workload.verdict === "fail" ? "failure" : "error";
  return { name, outcome: { tag, type: "leak", message, text: "" } };
}
function unlike(cases) {
  const seen = /* @__PURE__ */ new Map();
  return cases.map((one) => {
    const times = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, times);
    return times === 1 ? one : { ...one, name: `${one.name} (${times})` };
  });
}

// src/report/render/terminal.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var unstyled = (text) => String(text);
var colors = (0, import_picocolors.createColors)(true);
var verdicts = {
  pass: (text) => colors.bold(colors.green(text)),
  fail: (text) => colors.bold(colors.red(text)),
  inconclusive: (text) => colors.bold(colors.yellow(text))
};
var screen = 24;
function renderTerminal(result, options = {}) {
  const width = Math.min(120, Math.max(40, options.width ?? 80));
  const style = options.color ? { width, code: colors.cyan, strong: colors.bold, dim: colors.dim, verdict: verdicts[result.verdict] } : { width, code: unstyled, strong: unstyled, dim: unstyled, verdict: unstyled };
  const waivers = result.workloads.flatMap((w) => accept(contextOf(result, w, options)));
  const told = terminalDetails.map((detail) => screenOf(result, options, detail, style));
  const shown = told.find((text) => text.split("\n").length < screen) ?? told.at(-1) ?? "";
  return `${[...waivers.map((b) => block(b, style)), shown].join("\n\n")}
`;
}
function screenOf(result, options, detail, style) {
  const [title, ...blocks] = story(result, { ...options, acceptUntil: null }, detail);
  const verdict = title === void 0 || !("content" in title) ? [] : title.content;
  const told = [...blocks, ...bisection(result, options)].map((b) => block(b, style));
  return [...told, wrap(verdict, { ...style, code: style.verdict }, "", "", style.verdict)].join("\n\n");
}
function bisection(result, options) {
  const [first] = result.workloads.filter((w) => w.verdict === "fail");
  const line = first === void 0 ? null : options.bisect?.(first.name) ?? null;
  return line === null ? [] : [paragraph(strong("Find the commit:")), command(line)];
}
function block(b, style) {
  switch (b.kind) {
    case "heading":
      return wrap([strong(...b.content)], style);
    case "paragraph":
      return wrap(b.content, style);
    case "list":
      return b.items.map((item) => wrap(item, style, "- ", "  ")).join("\n");
    case "table":
      return table(b, style);
    case "lines":
      return b.text.split("\n").map((line) => `    ${style.code(plainLine(line))}`).join("\n");
    case "fold":
      return [wrap([strong(...b.title)], style), ...b.blocks.map((inner) => block(inner, style))].join("\n");
  }
}
function wordsOf(content, style, paint = unstyled) {
  return content.flatMap((item) => {
    if (typeof item === "string") {
      const parts = item.split(/\s+/);
      return parts.map((part, i) => ({ text: plain(part), paint, apart: i > 0 }));
    }
    if (item.kind === "strong") return wordsOf(item.content, style, (text2) => style.strong(paint(text2)));
    const text = item.kind === "series" ? sparkline(longest(item.head)) : clip(plain(item.kind === "code" ? item.text : item.label), 240);
    return [{ text, paint: item.kind === "series" ? paint : style.code, apart: false }];
  });
}
function wrap(content, style, first = "", rest = "", paint = unstyled) {
  const lines = [first];
  let used = stringWidth(first);
  for (const group of groups(wordsOf(content, style, paint))) {
    const size = group.reduce((sum, word) => sum + stringWidth(word.text), 0);
    const painted = group.map((word) => word.text === "" ? "" : word.paint(word.text)).join("");
    const opened = used > stringWidth(lines.length === 1 ? first : rest);
    if (opened && used + 1 + size > style.width) {
      lines.push(rest + painted);
      used = stringWidth(rest) + size;
    } else {
      lines.push(`${lines.pop()}${opened ? " " : ""}${painted}`);
      used += (opened ? 1 : 0) + size;
    }
  }
  return lines.join("\n");
}
function groups(words) {
  const found = [];
  for (const word of words) {
    const last = found.at(-1);
    if (word.apart || last === void 0) found.push([word]);
    else last.push(word);
  }
  return found.filter((group) => group.some((word) => word.text !== ""));
}
function table({ columns, rows }, style) {
  const paint = (cell) => {
    const words = groups(wordsOf(cell, style));
    return {
      size: stringWidth(words.map((group) => group.map((w) => w.text).join("")).join(" ")),
      text: words.map((group) => group.map((w) => w.text === "" ? "" : w.paint(w.text)).join("")).join(" ")
    };
  };
  const cells = [columns.map((c) => c.title), ...rows].map((row) => row.map(paint));
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.size ?? 0)));
  const line = (row) => row.map((cell, i) => pad(cell, widths[i] ?? 0, columns[i]?.align ?? "left")).join("  ").trimEnd();
  const [title, ...body] = cells.map(line);
  return [`  ${style.dim(title ?? "")}`, ...body.map((text) => `  ${text}`)].join("\n");
}
function pad(cell, width, align) {
  const space = " ".repeat(Math.max(0, width - cell.size));
  return align === "right" ? space + cell.text : cell.text + space;
}

// src/cli/terminal/tell.ts
async function tell({ result, trials }, outputs, options) {
  const { writeProfiles } = outputs;
  const profiles = writeProfiles === void 0 ? [] : profileFiles(trials);
  const files = profiles.map(({ name }) => join(writeProfiles ?? "", name));
  const kept = { where: "on this machine", files };
  const rendering = { acceptUntil: acceptUntil(/* @__PURE__ */ new Date()), profiles: kept, ...options };
  const page = async () => renderHtml(result, {
    ...rendering,
    trials,
    script: await pageScript(),
    about: { date: (/* @__PURE__ */ new Date()).toISOString(), ...rendering.about }
  });
  const forms = [
    [outputs.json, async () => renderJson(result)],
    [outputs.markdown, async () => renderComment(result, rendering)],
    [outputs.html, page],
    [outputs.junit, async () => renderJunit(result, rendering)]
  ];
  for (const [file, render] of forms) if (file !== void 0) await writeInto(file, await render());
  for (const [i, { bytes }] of profiles.entries()) await writeInto(files[i] ?? "", bytes);
  const { columns, isTTY } = process.stdout;
  const accepting = outputs.accept === true ? {} : { acceptUntil: null };
  out(renderTerminal(result, { ...rendering, ...accepting, color: isTTY, width: columns ?? 100 }));
}
async function writeInto(file, content) {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, content);
}

export {
  tell
};
