import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  anchor,
  blockHtml,
  commandHtml,
  commitHtml,
  factsHtml,
  nameHtml,
  pageHtml,
  tableHtml,
  ticks,
  timeHtml,
  trendHtml,
  trendStyle
} from "./chunk-P6OYUYKH.mjs";
import {
  htmlText,
  longest,
  markdownCode,
  markdownFence,
  markdownText,
  rises,
  safeUrl,
  sparkline,
  summaryText
} from "./chunk-ATJKPRVI.mjs";
import {
  writePprof
} from "./chunk-2P7EBEDF.mjs";
import {
  aRound,
  shapes,
  unexplained
} from "./chunk-QKW4WOB4.mjs";
import {
  failsLater
} from "./chunk-MGD4LKXX.mjs";
import {
  hows
} from "./chunk-BHRHD77J.mjs";
import {
  code,
  command,
  fold,
  heading,
  joined,
  lines,
  list,
  paragraph,
  prose,
  strong,
  textOf
} from "./chunk-Z6EOCORI.mjs";
import {
  byFunction,
  fileOf,
  frameName,
  placedName
} from "./chunk-BSZV5EKB.mjs";
import {
  quantities
} from "./chunk-CZM7HAV4.mjs";
import {
  bytes,
  called,
  count,
  duration,
  noiseOf,
  percent,
  plusMinus,
  rate,
  shareOf,
  supported,
  wordsFor
} from "./chunk-DWPA6LHS.mjs";
import {
  leastSquares
} from "./chunk-AM356UNS.mjs";
import {
  _enum,
  array,
  boolean,
  exactOptional,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union
} from "./chunk-YB2R2HBG.mjs";

// src/report/line-mapping.ts
function mappedLine({ head }, { file, line }) {
  const { pullRequest } = head;
  if (pullRequest === void 0) return { sha: head.sha, line };
  const moves = Object.hasOwn(pullRequest.moved, file) ? pullRequest.moved[file] : void 0;
  const move = moves?.findLast(({ from }) => from <= line);
  if (move === void 0) return { sha: pullRequest.sha, line };
  return { sha: pullRequest.sha, line: move.by === null || line === 0 ? 0 : line + move.by };
}

// src/report/narrative/context.ts
function contextOf(result, workload2, options) {
  return { result, workload: workload2, options, words: wordsFor(workload2) };
}
var failing = ["leak", "worse"];
var ruled = (workload2, ...rulings2) => workload2.findings.filter((finding2) => rulings2.includes(finding2.ruling));
function totalsOf(workload2, finding2) {
  const size3 = sizeOf(workload2, finding2);
  const told2 = /* @__PURE__ */ new Set([
    finding2.quantity,
    ...finding2.parts.filter((p) => p.role === finding2.role && p !== size3).map((p) => p.quantity)
  ]);
  const leaks = failing.includes(finding2.ruling);
  const mine = workload2.totals.filter((t) => t.role === finding2.role);
  const ofObjects = (t) => finding2.quantity === "heap-objects" && t.quantity === "heap-bytes";
  return inOrder(
    mine.filter((t) => told2.has(t.quantity) && !(ofObjects(t) && isLost(t)) || leaks && t.leaks)
  );
}
var isLost = ({ base, excess, leaks }) => !leaks && base !== null && Math.abs(excess) <= Math.min(Math.abs(base.perRound), (base.high - base.low) / 2);
function sizeOf({ totals }, finding2) {
  if (finding2.quantity !== "heap-objects") return null;
  const ofBytes = ({ quantity, role }) => quantity === "heap-bytes" && role === finding2.role;
  const total2 = totals.find(ofBytes);
  if (total2 !== void 0 && isLost(total2)) return null;
  return finding2.parts.find((part) => ofBytes(part) && part.function === null) ?? null;
}
var order = [
  "tasks",
  "files",
  "threads",
  "heap-bytes",
  "external-bytes",
  "classes",
  "instances",
  "heap-objects",
  "rss-bytes"
];
var rank = ({ quantity }) => order.includes(quantity) ? order.indexOf(quantity) : order.length;
function inOrder(totals) {
  const has = (total2, ...quantities2) => totals.some((t) => t.role === total2.role && quantities2.includes(t.quantity));
  const leaks = ({ role }) => totals.some((t) => t.role === role && t.quantity === "heap-bytes" && t.leaks);
  return totals.filter((t) => t.quantity !== "instances" || !leaksOtherwise(totals, t)).filter((t) => t.quantity !== "heap-objects" || !has(t, "heap-bytes") || t.leaks && !leaks(t)).filter((t) => t.quantity !== "rss-bytes" || !has(t, "heap-bytes", "external-bytes")).toSorted((a, b) => rank(a) - rank(b));
}
var leaksOtherwise = (totals, { role }) => totals.some((t) => t.role === role && t.leaks && t.quantity !== "instances");
function shortName(name) {
  const path = /^[^([<\s]*\//.exec(name)?.[0] ?? "";
  return name.slice(path.length) || name;
}
var functionName = (name) => code(shortName(name));
var inlinesOf = (context, sentence2) => sentence2.map((phrase) => {
  if (typeof phrase === "string") return phrase;
  if ("place" in phrase) return placeOf(phrase.place, context) ?? "";
  return "code" in phrase ? code(phrase.code) : functionName(phrase.function);
});
function placeOf(place2, { result, options }) {
  if (place2.file === "") return null;
  const own = place2.inProject === true;
  const { sha, line } = own ? mappedLine(result, place2) : { sha: result.head.sha, line: place2.line };
  const label = line > 0 ? `${place2.file}:${line}` : place2.file;
  const base = own && result.head.how !== "working-tree" ? options.repositoryUrl : null;
  const url = base ? sourceUrl(base, sha, { ...place2, line }) : null;
  return url === null ? code(label) : { kind: "link", label, url };
}
function sourceUrl(repository, sha, { file, line }) {
  const segments = file.split("/");
  if (!/^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(sha)) return null;
  if (segments.some((s) => s === "" || s === "." || s === "..") || new RegExp("\\p{Cs}", "u").test(file)) return null;
  const path = segments.map((s) => encodeURIComponent(s).replace(/[!'()*]/g, percentEncoded)).join("/");
  return `${repository}/blob/${sha}/${path}${line > 0 ? `#L${line}` : ""}`;
}
var percentEncoded = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
function culpritOf({ words }, finding2) {
  const named3 = (frame2) => frame2.function === finding2.function;
  const runs = finding2.quantity === "tasks" && words.taskStack === "running";
  return (runs ? finding2.stack.find(named3) : finding2.stack.findLast(named3)) ?? null;
}

// src/report/narrative/accept.ts
var days = 90;
var acceptUntil = (now) => new Date(now.getTime() + days * 864e5).toISOString().slice(0, 10);
var mostEntries = 30;
function accept({ options, workload: workload2 }) {
  const entries = ruled(workload2, ...failing, "suspect").flatMap(
    ({ accept: [first, ...others] = [] }) => first === void 0 ? [] : [[first, ...others]]
  );
  if (options.acceptUntil == null || entries.length === 0) return [];
  const shown = entries.slice(0, mostEntries).map((entry) => written(entry, options.acceptUntil ?? ""));
  const text = ["workloads:", `  ${workload2.name}:`, "    waivers:", ...shown.flat()].join("\n");
  const where = ["Add to ", code(".github/leakdiff.yml"), ", and say why:"];
  return [fold(["Accept it for now"], [paragraph(...where), lines(text)])];
}
function written([first, ...others], expires) {
  const { bound: bound2, quantity, site } = named(first);
  return [
    `      - site: ${site}`,
    `        quantity: ${quantity}`,
    `        up-to: ${bound2}`,
    ...others.length > 0 ? ["        with:"] : [],
    ...others.map(named).map((line) => `          - { site: ${line.site}, quantity: ${line.quantity}, up-to: ${line.bound} }`),
    '        reason: "to be looked into"',
    `        expires: ${expires}`
  ];
}
var named = ({ quantity, site, upTo }) => ({
  site: JSON.stringify(site),
  quantity,
  bound: quantity.endsWith("-bytes") ? size(upTo) : String(upTo)
});
var size = (bytes2) => bytes2 % 1e3 === 0 ? `${bytes2 / 1e3} kB` : `${bytes2} B`;

// src/report/narrative/finding/frequency.ts
function amounts(context, finding2) {
  const changes2 = withoutTwice(context, totalsOf(context.workload, finding2)).slice(0, 3).map((t) => ({ quantity: t.quantity, perRound: amountOf({ ...t, ruling: finding2.ruling }) })).filter((change) => change.perRound > 0);
  const own = { quantity: finding2.quantity, perRound: Math.abs(amountOf(finding2)) };
  const told2 = frequencies(context, changes2.length > 0 ? changes2 : [own]);
  return finding2.quantity === "tasks" ? called(told2, context.words, finding2.advice?.kind) : told2;
}
var withoutTwice = ({ workload: workload2 }, totals) => /\bthread$/.test(workload2.tasks?.one ?? "") && totals.some(({ quantity }) => quantity === "tasks") ? totals.filter(({ quantity }) => quantity !== "threads") : totals;
function amountOf({ base, excess, head, ruling }) {
  const { high, low } = ruling === "fixed" ? base ?? head : head;
  const amount = ruling === "existing" ? head.perRound : ruling === "fixed" ? (base?.perRound ?? 0) - head.perRound : excess;
  return supported(amount, (high - low) / 2);
}
function elsewhere(context, finding2) {
  const rows = ruled(context.workload, ...failing).flatMap((f) => [
    { ...f, perRound: amountOf(f) },
    ...f.parts
  ]);
  const others = rows.filter((row2) => row2.role !== finding2.role);
  const roles = new Set(others.map((row2) => row2.role)).size;
  if (roles === 0) return "";
  const mine = frequencies(context, [{ quantity: finding2.quantity, perRound: amountOf(finding2) }]);
  const same = others.filter((row2) => row2.quantity === finding2.quantity);
  const alike = same.filter((row2) => frequencies(context, [row2]) === mine);
  const equal = new Set(alike.map((row2) => row2.role)).size === roles;
  if (equal) return ` in each of ${roles + 1} processes`;
  return `, and more in ${roles} other ${roles === 1 ? "process" : "processes"}`;
}
function frequencies(context, changes2) {
  const parts = changes2.map((change) => frequency(context, change));
  const usual = parts.filter((part) => part.every === 1).map((part) => part.amount);
  const seldom = parts.filter((part) => part.every !== 1).map((part) => `${part.amount} ${spanOf(context, part)}`);
  return andList([...usual.length > 0 ? [`${andList(usual)} per ${context.words.each}`] : [], ...seldom]);
}
var andList = (parts) => parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
function frequency({ words, workload: workload2 }, { quantity, perRound }) {
  const each = shareOf(perRound, workload2.operations);
  if (quantity.endsWith("bytes")) return { amount: words.amount(each, quantity), every: 1, exact: true };
  const { times, every, exact } = rate(each);
  const about = exact || every > 1 ? "" : "about ";
  return { amount: `${about}${words.amount(times, quantity)}`, every, exact };
}
var spanOf = ({ words }, { every, exact }) => `every ${exact ? "" : "about "}${count(every)} ${words.each}s`;
function subjectOf(context, part) {
  return part.every === 1 ? { text: `Each ${context.words.each}`, plural: false } : { text: `Every ${spanOf(context, part).slice("every ".length)}`, plural: true };
}

// src/report/narrative/sight.ts
var fewest = 1;
function sight(contexts) {
  const seen = contexts.map((context2) => ({ context: context2, heap: coarsest(context2, "heap-bytes") }));
  const [worst] = seen.filter(({ heap: heap2 }) => heap2 !== null).toSorted((a, b) => (b.heap?.smallestVisible ?? 0) - (a.heap?.smallestVisible ?? 0));
  if (worst?.heap == null) return null;
  const { context, heap } = worst;
  const tasks = coarsest(context, "tasks");
  const counted = tasks === null || tasks.smallestVisible <= fewest ? "" : ` and ${context.words.amount(Math.ceil(tasks.smallestVisible), "tasks")}`;
  const { operations } = context.workload;
  const amount = (value) => context.words.amount(rounded(value), "heap-bytes");
  const each = operations === 1 ? "" : ` (${amount(heap.smallestVisible / operations)} per ${context.words.each})`;
  return `${amount(heap.smallestVisible)}${counted} a round${each}`;
}
var coarsest = ({ workload: workload2 }, quantity) => workload2.totals.filter((total2) => total2.quantity === quantity && total2.budget !== null).toSorted((a, b) => b.smallestVisible - a.smallestVisible)[0] ?? null;
var rounded = (value) => Number(value.toPrecision(2));

// src/report/narrative/headline.ts
var icons = {
  pass: "\u2705",
  fail: "\u274C",
  inconclusive: "\u26A0\uFE0F"
};
function headline(result, options) {
  const same = result.workloads.filter((w) => w.verdict === result.verdict);
  const [only] = same;
  const told2 = only !== void 0 && (same.length === 1 || result.verdict === "pass") ? result.verdict === "pass" ? passOf(same.map((w) => contextOf(result, w, options))) : workloadLine(contextOf(result, only, options)) : summed(result, same.length);
  return [`${icons[result.verdict]} leakdiff: `, ...told2];
}
function summed(result, some) {
  const all2 = result.workloads.length;
  const of = some === all2 ? `all ${all2} workloads` : `${some} of ${all2} workloads`;
  if (result.verdict === "fail") return [`${of} ${some === 1 ? "leaks" : "leak"}`];
  if (some > 1) return [`cannot tell whether ${some === all2 ? of : `${of} would`} leak`];
  return ["nothing could be measured"];
}
function workloadLine(context) {
  const { workload: workload2 } = context;
  if (workload2.verdict === "pass") return passOf([context]);
  const name = code(workload2.name);
  const [red] = ruled(workload2, ...failing);
  const [suspect] = ruled(workload2, "suspect");
  if (workload2.verdict === "fail") {
    if (red === void 0) return [name, " fails"];
    const verb = red.ruling === "worse" ? " leaks more than before: " : " leaks ";
    return [name, verb, amounts(context, red), ...elsewhere(context, red), ...unexplained(workload2)];
  }
  if (suspect !== void 0) return [name, " may leak ", amounts(context, suspect)];
  return [name, workload2.totals.length === 0 ? " could not be measured" : " could not be decided"];
}
function passOf(contexts) {
  const measured2 = contexts.filter(({ workload: workload2 }) => workload2.trials.head > 0);
  if (measured2.length === 0) return ["nothing was measured", ...why(contexts[0]?.workload)];
  const fixed2 = measured2.flatMap(
    (c) => ruled(c.workload, "fixed").slice(0, 1).map((f) => [c, f])
  );
  const names = joined(short(measured2.map(({ workload: workload2 }) => [code(workload2.name)])));
  const [first] = fixed2;
  if (fixed2.length === 1 && first !== void 0) {
    const [context, finding2] = first;
    return [
      code(context.workload.name),
      " no longer leaks ",
      amounts(context, finding2),
      ...remains(measured2),
      ...leftOut(measured2)
    ];
  }
  if (fixed2.length > 1) {
    const fixes = joined(short(fixed2.map(([c]) => [code(c.workload.name)])));
    return ["leaks are fixed in ", ...fixes, ...remains(measured2), ...leftOut(measured2)];
  }
  const old = remains(measured2);
  const least = sight(measured2);
  const what = least === null ? `nothing ${old.length > 0 ? "new " : ""}grows` : `no ${old.length > 0 ? "new " : ""}growth above ${least}`;
  return [`${what} in `, ...names, ...old, ...withoutBase(measured2), ...leftOut(measured2)];
}
function leftOut(contexts) {
  const subjects = contexts.flatMap(({ workload: workload2 }) => workload2.notes.flatMap(({ subject }) => subject ?? []));
  if (subjects.length === 0) return [];
  const more2 = subjects.length > 2 ? ` and ${subjects.length - 2} more` : "";
  return ["; left out: ", ...prose(`${subjects.slice(0, 2).join(", ")}${more2}`)];
}
var short = (names) => names.length <= 5 ? names : [...names.slice(0, 4), [`${names.length - 4} more`]];
var why = (workload2) => {
  const note2 = workload2?.notes[0] ?? workload2?.reasons[0];
  return note2 === void 0 ? [] : [": ", ...prose(note2.text.replace(/^not measured: /, ""))];
};
function remains(contexts) {
  const of = (ruling) => contexts.flatMap(({ workload: workload2 }) => ruled(workload2, ruling));
  const [existing, waived] = [of("existing"), of("waived")];
  const [first] = existing;
  const where = first?.function == null ? [] : [" (", functionName(first.function), ")"];
  const leaks = (n) => n === 1 ? "1 leak" : `${n} leaks`;
  return [
    ...first === void 0 ? [] : [
      `; ${leaks(existing.length)} that base has too ${existing.length === 1 ? "remains" : "remain"}`,
      ...where
    ],
    ...waived.length > 0 ? [`; ${leaks(waived.length)} waived`] : []
  ];
}
var withoutBase = (contexts) => contexts.some(({ workload: workload2 }) => workload2.trials.base === 0) && contexts[0]?.result.base === null ? [", measured without a base"] : [];

// src/report/narrative/finding/detail.ts
var all = { table: true, reproduce: true, leftOut: true };
var common = { ...all, told: 3, measured: true, workloads: 50 };
var commentDetails = [
  { ...common, findings: 20, frames: 24, passInOneLine: true },
  { ...common, findings: 10, frames: 12, passInOneLine: true },
  { ...common, findings: 3, frames: 8, passInOneLine: true },
  { ...common, findings: 1, frames: 6, workloads: 10, passInOneLine: true },
  { ...all, told: 1, findings: 0, frames: 0, measured: true, workloads: 10, passInOneLine: true },
  { ...all, told: 1, findings: 0, frames: 0, measured: false, workloads: 5, passInOneLine: true },
  { ...all, told: 0, findings: 0, frames: 0, measured: false, workloads: 2, passInOneLine: true }
];
var summaryDetails = [
  { ...common, findings: 500, frames: 64, passInOneLine: false },
  { ...common, findings: 100, frames: 32, passInOneLine: false },
  ...commentDetails
];
var htmlDetail = {
  ...common,
  reproduce: false,
  told: 10,
  findings: 1e3,
  frames: 256,
  workloads: 1e3,
  passInOneLine: false
};
var short2 = {
  ...common,
  findings: 0,
  frames: 0,
  measured: false,
  elsewhere: "Write --html FILE or --json FILE to have it all.",
  passInOneLine: true
};
var shorter = { ...short2, reproduce: false };
var shortest = { ...shorter, told: 1, leftOut: false, table: false };
var terminalDetails = [
  short2,
  shorter,
  { ...shorter, leftOut: false },
  { ...shorter, told: 2, leftOut: false },
  { ...shorter, told: 1, leftOut: false },
  shortest,
  { ...shortest, workloads: 2 },
  { ...shortest, workloads: 1, leftOut: true },
  { ...shortest, workloads: 1, told: 0, leftOut: true }
];

// src/report/narrative/change.ts
var one = (name) => ({
  name,
  subject: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  does: (verb) => `${verb}s`
});
var yours = {
  name: "your changes",
  subject: "Your changes",
  does: (verb) => verb === "change" ? "touch" : verb
};
function changeOf({ base, head }) {
  if (head.how === "working-tree") return yours;
  if (base?.how === "before") return one("this push");
  const isPull = ["merge-parent", "merge-base", "merge-group"].includes(base?.how ?? "") && head.how === "head";
  return one(isPull ? "this pull request" : "head");
}

// src/report/narrative/finding/blamed.ts
function callingFrame(finding2, culprit) {
  if (culprit === null || culprit.inProject) return null;
  const callers = finding2.stack.slice(0, finding2.stack.indexOf(culprit));
  return callers.findLast((frame2) => frame2.inProject) ?? null;
}
function changes(context, finding2) {
  const culprit = culpritOf(context, finding2);
  const told2 = [culprit, callingFrame(finding2, culprit), finding2.registeredBy ?? null].filter(
    (frame2) => frame2 !== null
  );
  const lines2 = finding2.changedLines;
  if (lines2.length === 0) return untouched(context, finding2, told2);
  const isMarked = told2.some((frame2) => frame2.changed);
  const onStack = lines2.filter(
    (line) => (line.why ?? "stack") === "stack" && line.part === void 0 && !isMarked
  );
  const besides = lines2.filter((line) => line.why === "stack" && line.part !== void 0);
  const of = (why2) => lines2.filter((line) => line.why === why2);
  const [removed] = of("removed");
  const [rewritten] = of("rewritten");
  return [
    ...changedPlaces(context, onStack, " on its stack."),
    ...changedPlaces(context, besides, ", where what grows with it is made."),
    ...taken(context, finding2, lines2),
    ...ofHolder(context, of("holder")),
    ...changedPlaces(context, of("near"), nearness(finding2, of("near"), culprit)),
    ...takenOut(context, removed),
    ...replaced(context, rewritten),
    ...changedPlaces(context, of("alone"), ", and no other code.")
  ];
}
function changedPlaces(context, lines2, where) {
  if (lines2.length === 0) return [];
  const places = lines2.slice(0, 2).map((line) => {
    const place2 = placeOf({ ...line, inProject: true }, context);
    return place2 === null ? [] : [place2];
  });
  const more2 = lines2.length - places.length;
  const { subject, does } = changeOf(context.result);
  return [
    ` ${subject} ${does("change")} `,
    ...joined([...places, ...more2 > 0 ? [[`${more2} more lines`]] : []]),
    where
  ];
}
var farthest = 5;
function nearness(finding2, lines2, culprit) {
  const [line] = lines2;
  const frames = [...culprit === null ? [] : [culprit], ...finding2.stack.toReversed()];
  const frame2 = frames.find(({ file }) => file === line?.file);
  const apart = frame2 === void 0 || line === void 0 ? 0 : line.line - frame2.line;
  if (lines2.length > 1 || apart === 0 || Math.abs(apart) > farthest) return " close by.";
  const many = Math.abs(apart) === 1 ? "one line" : `${Math.abs(apart)} lines`;
  return `, ${many} ${apart < 0 ? "above" : "below"}.`;
}
function takenOut(context, line) {
  const place2 = line === void 0 ? null : placeOf({ ...line, inProject: true }, context);
  if (line === void 0 || place2 === null) return [];
  const what = line.text === void 0 ? ["lines"] : [code(line.text)];
  const { subject, does } = changeOf(context.result);
  return [" ", strong(`${subject} ${does("take")} out `, ...what), " after ", place2, "."];
}
function ofHolder(context, lines2) {
  const where = ", which names what holds it.";
  const [line] = lines2;
  return line?.text === void 0 ? changedPlaces(context, lines2, where) : replaced(context, line, where);
}
function replaced(context, line, end = ".") {
  const place2 = line === void 0 ? null : placeOf({ ...line, inProject: true }, context);
  if (line === void 0 || place2 === null) return [];
  const what = line.text === void 0 ? ["what stood"] : [code(line.text)];
  const { subject, does } = changeOf(context.result);
  return [" ", strong(`${subject} ${does("rewrite")} `, ...what), " at ", place2, end];
}
function taken(context, finding2, lines2) {
  const line = lines2.find((one2) => one2.why === "dependency");
  if (line?.package === void 0) return [];
  if (finding2.stack.length === 0) return takenVersions(context, lines2);
  const place2 = placeOf({ ...line, inProject: true }, context);
  const version = line.version ? [" ", code(line.version)] : [];
  const { does, name } = changeOf(context.result);
  return [
    ...subjectOf2(line),
    code(line.package),
    ...version,
    ", ",
    strong(`which ${name} ${does("take")}`),
    ...line.by === void 0 ? [] : [" by ", code(line.by)],
    ...place2 === null ? [] : [" at ", place2],
    "."
  ];
}
function subjectOf2(line) {
  if (line.called) return [" That line calls "];
  if (line.started) return [" It was started by way of "];
  if (line.part === void 0) return [" It is code of "];
  return [" With it grows what ", functionName(line.part), " makes: code of "];
}
function takenVersions(context, lines2) {
  const named3 = lines2.slice(0, mostVersions).map((line) => {
    const place2 = placeOf({ ...line, inProject: true }, context);
    const version = line.version ? [" ", code(line.version)] : [];
    return [code(line.package ?? ""), ...version, ...place2 === null ? [] : [" at ", place2]];
  });
  const more2 = lines2.length - named3.length;
  const rest = more2 > 0 ? [[`${more2} more`]] : [];
  const { subject, does } = changeOf(context.result);
  const taken3 = strong(`${subject} ${does("take")} another version of `);
  return [" ", taken3, ...joined([...named3, ...rest]), "."];
}
var mostVersions = 3;
function untouched({ result }, finding2, told2) {
  const leaks = finding2.ruling === "leak" || finding2.ruling === "worse";
  if (!leaks || result.base === null || finding2.untouched !== true) return [];
  if (told2.some((frame2) => frame2.inProject || frame2.changed)) return [];
  const { subject, does } = changeOf(result);
  return [` ${subject} ${does("change")} no function on its stack, and no version of what it runs through.`];
}

// src/report/narrative/finding/share.ts
var nearlyAll = 0.9;
var mostly = 0.6;
function wholeOf({ workload: workload2 }, finding2) {
  const own = Math.abs(amountOf(finding2));
  return isShared(workload2, finding2) ? Math.max(own, sharedOf(workload2, finding2) ?? own) : own;
}
function partOf(context, finding2) {
  const whole = wholeOf(context, finding2);
  const own = isShared(context.workload, finding2) ? Math.abs(amountOf(finding2)) : finding2.own ?? whole;
  if (!(own > 0) || own >= nearlyAll * whole) return "";
  return `, ${told(context, finding2.quantity, own, whole)}`;
}
function isOne(context, finding2) {
  const whole = { quantity: finding2.quantity, perRound: wholeOf(context, finding2) };
  return /(?:^|\s)1 (?!%)/.test(partOf(context, finding2) || frequency(context, whole).amount);
}
function told(context, quantity, own, whole) {
  const [part, all2] = [estimated(own), whole].map((perRound) => frequency(context, { quantity, perRound }));
  const most = own > mostly * whole;
  if (quantity.endsWith("bytes")) return most ? `most of it (${part?.amount})` : `${part?.amount} of it`;
  if (part?.every !== 1 || all2?.every !== 1 || !part.exact) return `${percent(own / whole)} of them`;
  return `${part.amount.split(" ")[0]} of them`;
}
var estimated = (perRound) => Number(perRound.toPrecision(2));
function mostOf(context, quantity, own, whole) {
  if (own >= nearlyAll * whole) return ", all of it from";
  return own > 0 ? `, ${told(context, quantity, own, whole)} from` : "";
}
var isShared = ({ findings }, finding2) => findings.some(
  (other) => other !== finding2 && other.ruling === finding2.ruling && other.quantity === finding2.quantity && other.role === finding2.role
);
var sharedOf = ({ totals }, { quantity, role }) => {
  const total2 = totals.find((one2) => one2.quantity === quantity && one2.role === role);
  return total2 === void 0 ? null : amountOf({ ...total2, ruling: "leak" });
};

// src/report/narrative/finding/companions.ts
function otherRoles({ words, workload: workload2 }, finding2) {
  const same = finding2.parts.filter((p) => p.role !== finding2.role && p.quantity === finding2.quantity);
  if (same.length === 0) return [];
  const figure2 = (perRound) => words.figure(Number((Math.abs(perRound) / workload2.operations).toPrecision(2)), finding2.quantity);
  const rows = [
    [`${figure2(finding2.excess)} per ${words.each} in `, code(finding2.role)],
    ...same.slice(0, 3).map((p) => [`${figure2(p.perRound)} in `, code(p.role)]),
    ...same.length > 3 ? [[`more in ${same.length - 3} other processes`]] : []
  ];
  return [" That is ", ...joined(rows, ", ", ", and "), "."];
}
function beside(context, { native, quantity, role }) {
  const { operations, totals } = context.workload;
  const ofClasses = totals.find((t) => t.role === role && t.quantity === "class-bytes");
  const perRound = quantity === "classes" && ofClasses !== void 0 ? ofClasses.excess : 0;
  const memory = context.words.amount(shareOf(perRound, operations), "class-bytes");
  const classes = perRound > 0 ? [` With it grow ${memory} per ${context.words.each}.`] : [];
  return native === void 0 ? classes : [...classes, ...taken2(native, quantity === "rss-bytes")];
}
function taken2({ kinds: kinds2, resident }, isResident) {
  if (isResident && resident > 0)
    return [" The runtime counts little of it as its own: most was taken by native code."];
  const named3 = kinds2.map(({ name, share }, i) => [
    `${percent(share)} ${i === 0 ? "was for" : "for"} `,
    code(name)
  ]);
  return [" Of what the runtime took beside the heap, ", ...joined(named3), "."];
}
function companions(context, finding2) {
  const holders = finding2.holders.slice(0, 2).flatMap((holder) => [" ", ...heldBy(context, finding2, holder)]);
  if (holders.length > 0) return holders;
  const [first] = finding2.parts.filter((p) => p.role === finding2.role && p.quantity === "heap-bytes");
  if (first === void 0 || finding2.quantity.startsWith("heap-")) return [];
  const { operations, totals } = context.workload;
  const total2 = totals.find((t) => t.role === finding2.role && t.quantity === "heap-bytes");
  const unknown = finding2.ruling === "fixed" || total2 === void 0;
  const perRound = Math.abs(unknown ? first.perRound : amountOf({ ...total2, ruling: "leak" }));
  const each = context.words.amount(shareOf(perRound, operations), "heap-bytes");
  const apart = first.function !== null && first.function !== finding2.function;
  const part = apart ? mostOf(context, "heap-bytes", first.perRound, perRound) : "";
  const source = part === "" ? [] : [part, " ", functionName(first.function ?? "")];
  return [` With it grow ${each} of live heap per ${context.words.each}`, ...source, "."];
}
var relations = {
  holds: "is held by",
  "made by the same operation": "is made by the same operation,"
};
function heldBy(context, finding2, holder) {
  const subject = finding2.quantity === "tasks" ? "the heap growth" : "it";
  const isCall = holder.why === "made by the same operation";
  const named3 = [" ", isCall ? functionName(holder.path) : code(holder.path)];
  if (isCall && holder.path === finding2.function)
    return [
      `${percent(holder.share)} of ${subject} is made by these ${context.words.taskName.many} themselves.`
    ];
  const relation = Object.hasOwn(relations, holder.why) ? relations[holder.why] : void 0;
  const told2 = relation ?? `(${holder.why})`;
  return [`${percent(holder.share)} of ${subject} ${told2}`, ...named3, "."];
}

// src/report/narrative/finding/task.ts
function created(context, finding2) {
  if (finding2.quantity !== "tasks") return [];
  const isTold2 = context.words.taskStack === "running" && isCreatedByStarter(finding2);
  const origin = isTold2 ? [] : [...creatorOf(context, finding2), ...askedBy(context, finding2)];
  const now = waitOf(context, finding2);
  if (origin.length === 0 && now.length === 0) return [];
  const by = finding2.advice?.proof?.by;
  const proof = by === void 0 ? [] : [" ", strong("Nothing can wake it"), ": ", ...inlinesOf(context, by), "."];
  return [...isOne(context, finding2) ? ofOne(origin, now) : ofMany(origin, now), ".", ...proof];
}
function ofOne(origin, now) {
  const was = origin.length === 0 ? [] : ["was created", ...origin, ...now.length === 0 ? [] : [" and "]];
  return [" It ", ...was, ...now];
}
function ofMany(origin, now) {
  if (origin.length === 0) return [" Each ", ...now];
  return [" They were created", ...origin, ...now.length === 0 ? [] : [", and each ", ...now]];
}
function creatorOf(context, { createdBy, creators }) {
  if (createdBy === null) return [];
  const place2 = placeOf(createdBy, context);
  const more2 = creators.length > 1 ? [` and ${creators.length - 1} other${creators.length === 2 ? "" : "s"}`] : [];
  if (createdBy.function === "") return place2 === null ? [] : [" at ", place2, ...more2];
  return [" by ", functionName(createdBy.function), ...place2 === null ? [] : [" (", place2, ")"], ...more2];
}
var isCreatedByStarter = ({ createdBy, creators, startedBy }) => createdBy !== null && creators.length <= 1 && isSamePlace(startedBy, createdBy);
function askedBy(context, { createdBy, startedBy }) {
  if (startedBy === void 0 || createdBy === null || isSamePlace(startedBy, createdBy)) return [];
  const place2 = placeOf(startedBy, context);
  return [" on behalf of ", functionName(startedBy.function), ...place2 === null ? [] : [" (", place2, ")"]];
}
var asMany = ({ excess, own = excess, parts, quantity, role }) => parts.filter(
  (part) => quantity === "tasks" && part.quantity === quantity && part.role === role && Math.abs(part.perRound - own) <= 0.1 * Math.abs(own)
);
function related(context, finding2) {
  const told2 = [...relatedTo(context.workload.findings, finding2), ...asMany(finding2)];
  const names = told2.flatMap(({ function: name }) => name === null ? [] : [[functionName(name)]]);
  if (names.length === 0) return [];
  const alike = names.length > 1 && new Set(told2.map(({ function: name }) => name)).size === 1;
  return [
    alike ? ` With each of them, ${names.length} more stay behind in ` : " With each of them, one more stays behind in ",
    ...joined(alike ? names.slice(0, 1) : names),
    ...startersOf(context, finding2, told2),
    "."
  ];
}
function startersOf(context, finding2, told2) {
  const startedBy = told2[0]?.startedBy;
  if (startedBy === void 0 || isSamePlace(startedBy, finding2.startedBy)) return [];
  if (!told2.every((one2) => isSamePlace(one2.startedBy, startedBy))) return [];
  const place2 = placeOf(startedBy, context);
  return [", started on behalf of ", functionName(startedBy.function), ...place2 ? [" at ", place2] : []];
}
var isSamePlace = (one2, other) => one2?.file === other?.file && one2?.line === other?.line;
function waitOf(context, finding2) {
  const { advice: advice2 } = finding2;
  if (advice2?.now !== void 0) return inlinesOf(context, advice2.now);
  const from = culpritOf(context, finding2);
  const inner = finding2.stack.slice(from === null ? 0 : finding2.stack.indexOf(from) + 1);
  const frame2 = inner.findLast((f) => f.inProject || f.inDependency);
  const state = advice2?.proof?.state ?? finding2.state;
  const told2 = kindOf(context, finding2, state);
  const who = frame2 === void 0 ? [] : [functionName(frame2.function)];
  return context.words.taskStack === "creation" ? setUp(told2, who) : waiting(told2.slice(-1), who);
}
function kindOf(context, finding2, state) {
  const kind = finding2.advice?.kind;
  if (state === null) return [];
  if (kind === void 0) return ["a ", code(state)];
  const { amount } = frequency(context, { quantity: finding2.quantity, perRound: wholeOf(context, finding2) });
  return called(amount, context.words, kind) === amount ? [kind] : [];
}
function setUp(state, through) {
  if (state.length === 0) return through.length === 0 ? [] : ["was set up through ", ...through];
  return ["is ", ...state, ...through.length === 0 ? [] : [", set up through ", ...through]];
}
function waiting(state, inner) {
  if (inner.length === 0) return state.length === 0 ? [] : ["waits: ", ...state];
  return ["waits in ", ...inner, ...state.length === 0 ? [] : [" (", ...state, ")"]];
}
function relatedTo(findings, finding2) {
  const key = keyOf(finding2);
  return key === null ? [] : findings.filter((other) => other.id !== finding2.id && keyOf(other) === key);
}
var withoutRelated = (findings) => findings.filter((finding2, index) => {
  const key = keyOf(finding2);
  return key === null || findings.findIndex((other) => keyOf(other) === key) === index;
});
function keyOf({ createdBy, quantity, role, ruling, startedBy }) {
  if (startedBy === void 0 || createdBy === null) return null;
  const { file, function: name, line } = startedBy;
  return [ruling, quantity, role, createdBy.function, name, file, line].join("\0");
}

// src/report/narrative/finding/culprit.ts
function tellFinding(context, finding2) {
  return [
    ...leaves(context, finding2),
    ...allInside(context, finding2),
    ...created(context, finding2),
    ...related(context, finding2),
    ...otherRoles(context, finding2),
    ...companions(context, finding2),
    ...beside(context, finding2),
    ...changes(context, finding2)
  ];
}
function leaves(context, finding2) {
  const start = behind(context, finding2);
  if (finding2.function === null)
    return [`${start} in `, code(finding2.role), ". No stack tells where it comes from."];
  const part = partOf(context, finding2);
  const { startedBy } = finding2;
  const starting = startingOf(context, finding2);
  if (starting !== null && startedBy !== void 0) {
    const place3 = placeOf(startedBy, context);
    const at = place3 === null ? [] : [" at ", place3];
    return [start, part, starting, functionName(startedBy.function), ...at, "."];
  }
  const culprit = culpritOf(context, finding2);
  const place2 = culprit === null ? null : placeOf(culprit, context);
  const { registeredBy } = finding2;
  if (registeredBy !== void 0) return kept(context, finding2, start, registeredBy);
  return [
    start,
    part,
    part === "" ? links[linkOf(context, finding2)] : links[linkOf(context, finding2)].replace(",", ""),
    functionName(finding2.function),
    ...place2 === null ? [] : [" at ", place2],
    ...mark(context, finding2, culprit),
    ...callerOf(context, finding2, culprit),
    "."
  ];
}
function startingOf(context, finding2) {
  const link = linkOf(context, finding2);
  if (link === "creation") return ", created on behalf of ";
  const isOther = finding2.createdBy !== null && !isCreatedByStarter(finding2);
  return link === "running" && !isOther ? ", started by " : null;
}
function kept(context, finding2, start, by) {
  const at = placeOf(by, context);
  return [
    `${start}, kept by `,
    functionName(by.function),
    ...at === null ? [] : [" at ", at],
    ...markOf(context, finding2, by),
    ...allocatedElsewhere(context, finding2, by),
    "."
  ];
}
function allocatedElsewhere(context, finding2, by) {
  const culprit = culpritOf(context, finding2);
  const place2 = culprit?.inProject ? placeOf(culprit, context) : null;
  if (culprit === null || place2 === null || isSameLine(culprit, by)) return [];
  const part = partOf(context, finding2);
  return [part, `${part === "" ? ", " : " "}allocated by `, functionName(culprit.function), " at ", place2];
}
var isSameLine = (one2, other) => one2.file === other.file && one2.line === other.line;
var links = {
  running: " in ",
  creation: ", created in ",
  allocation: ", allocated by ",
  opening: ", opened by ",
  type: ", of type "
};
var linkOf = ({ words }, finding2) => finding2.quantity === "tasks" ? words.taskStack : linksOf[finding2.quantity] ?? "allocation";
var linksOf = { files: "opening", instances: "type" };
function behind(context, finding2) {
  const part = frequency(context, { quantity: finding2.quantity, perRound: wholeOf(context, finding2) });
  const { text, plural } = subjectOf(context, part);
  const more2 = finding2.ruling === "worse" ? " more" : "";
  const told2 = finding2.quantity === "tasks" ? called(part.amount, context.words, finding2.advice?.kind) : part.amount;
  const amount = `${filesOf(context, finding2)}${sized(context, finding2, told2)}${more2}`;
  if (finding2.ruling === "suspect") return `${text} ${plural ? "seem" : "seems"} to leave ${amount} behind`;
  return `${text} ${plural ? "leave" : "leaves"} ${amount} behind`;
}
function sized(context, finding2, told2) {
  const size3 = sizeOf(context.workload, finding2);
  return size3 === null ? told2 : `${told2} (${frequency(context, size3).amount})`;
}
function filesOf(context, finding2) {
  const files = finding2.parts.find((p) => p.quantity === "files" && p.function === null);
  if (!finding2.quantity.startsWith("heap-") || files === void 0 || files.role !== finding2.role) return "";
  const { amount, every } = frequency(context, files);
  return every === 1 ? `${amount} and ` : "";
}
function callerOf(context, finding2, culprit) {
  const caller = callingFrame(finding2, culprit);
  const place2 = caller === null ? null : placeOf(caller, context);
  if (caller === null || place2 === null) return [];
  return [", called from ", functionName(caller.function), " at ", place2, ...mark(context, finding2, caller)];
}
var mark = (context, finding2, culprit) => culprit === null ? [] : markOf(context, finding2, culprit);
function markOf({ result }, { changedLines }, culprit) {
  const { does, name } = changeOf(result);
  if (culprit.changed) return [", ", strong(`a line that ${name} ${does("change")}`)];
  if (changedLines.length > 0) return [];
  return culprit.inProject && culprit.line !== 0 && result.base !== null ? [` (not changed by ${name})`] : [];
}
function allInside(context, finding2) {
  const { inside } = finding2;
  if (inside == null) return [];
  const place2 = placeOf(inside, context);
  const at = place2 === null ? [] : [" at ", place2];
  return [" All inside ", functionName(inside.function), ...at, ...mark(context, finding2, inside), "."];
}

// src/report/narrative/notes/spoken.ts
var isSpoken = ({ code: code2 }) => code2 === "not-repeatable" || code2 === failsLater || code2 === "tests-left" || code2.startsWith("waiver-") || ["faint-growth", "masked-growth", "not-explained", "uncounted-growth"].includes(code2);
function spokenNotes(result) {
  const notes = result.workloads.flatMap((w) => w.notes).filter(isSpoken);
  return notes.slice(0, 10).map((note2) => paragraph(...prose(note2.text)));
}

// src/report/narrative/totals.ts
function decidingTotals(context) {
  const { workload: workload2 } = context;
  const told2 = ruled(workload2, ...failing, "suspect");
  const named3 = (t) => told2.some((f) => f.quantity === t.quantity && f.role === t.role);
  const deciding = inOrder(workload2.totals.filter((t) => t.leaks || named3(t)));
  const first = deciding.filter((t) => told2.some((f) => f.role === t.role));
  const rows = byRole(first.length > 0 ? first : deciding).slice(0, 12);
  const roles = new Set(deciding.map((t) => t.role)).size;
  return rows.length === 0 ? null : totalsTable(context, rows, roles > 1);
}
function byRole(totals) {
  const roles = [...new Set(totals.map((t) => t.role))];
  return roles.flatMap((role) => totals.filter((t) => t.role === role));
}
var column = (title, align) => ({ title: [title], align });
function totalsTable(context, totals, several) {
  const { operations, rounds } = context.workload;
  const [first] = totals;
  const roles = totals.some((t) => t.role !== first?.role);
  const unit = operations === 1 ? "per round" : `per round of ${count(operations)}`;
  const whose = several && !roles && first !== void 0 ? [", ", code(first.role)] : [];
  return {
    kind: "table",
    columns: [
      { title: [unit, ...whose], align: "left" },
      column(judged(context), "right"),
      // A phone shows three columns of a comment's table.
      column(`${rounds} rounds`, "left"),
      column("base", "right"),
      column("budget", "right")
    ],
    rows: totals.map((t) => [
      nameOf(context, t, roles),
      t.leaks ? [strong(more(context, t))] : [more(context, t)],
      [seriesOf(t)],
      t.base === null ? ["\u2013"] : [slope(context, t, t.base)],
      [limit(context, t.budget, t.quantity)]
    ])
  };
}
var judged = ({ result }) => result.base === null ? "head" : "head \u2212 base";
var nameOf = ({ words }, t, withRole) => withRole ? [`${words.name(t.quantity)}, `, code(t.role)] : [words.name(t.quantity)];
function more({ words, workload: workload2 }, t) {
  const named3 = ruled(workload2, ...failing).some((f) => f.quantity === t.quantity && f.role === t.role);
  const { high, low } = t.excess < 0 && t.base !== null ? t.base : t.head;
  const noise = noiseOf(t.excess, low, high);
  const uneven = noise >= Math.abs(t.excess);
  const value = uneven && !t.leaks && !named3 ? 0 : supported(t.excess, (high - low) / 2);
  const figure2 = `${value > 0 ? "+" : ""}${unbroken(words.figure(value, t.quantity))}`;
  return uneven && value > 0 ? `${figure2}, unevenly` : `${figure2}${range(words, value, noise, t.quantity)}`;
}
var range = (words, value, noise, quantity) => unbroken(plusMinus(value, noise, (amount) => words.figure(amount, quantity)));
var seriesOf = (t) => ({
  kind: "series",
  base: t.base === null ? [] : [longest(t.base.series)],
  head: [longest(t.head.series)]
});
function slope({ words }, { quantity }, s) {
  const noise = noiseOf(s.perRound, s.low, s.high);
  const value = Math.abs(s.perRound) <= noise ? 0 : supported(s.perRound, noise);
  return `${unbroken(words.figure(value, quantity))}${range(words, value, noise, quantity)}`;
}
var limit = ({ words }, value, quantity) => {
  if (value === null) return "none";
  return quantity.endsWith("bytes") ? unbroken(bytes(value)) : words.figure(value, quantity);
};
var visible = (context, { quantity, smallestVisible }) => {
  const least = quantity.endsWith("bytes") ? smallestVisible : Math.max(1, smallestVisible);
  return limit(context, Number(least.toPrecision(2)), quantity);
};
var isTold = ({ workload: workload2 }) => (total2) => total2.quantity !== "class-bytes" || workload2.totals.some((t) => t.role === total2.role && t.quantity === "classes" && t.leaks);
var unbroken = (figure2) => figure2.replaceAll(" ", "\xA0");
function allTotals(context, most) {
  const totals = context.workload.totals.filter(isTold(context));
  if (totals.length === 0) return null;
  const titles = [judged(context), "base", "budget", "smallest visible"];
  const roles = new Set(totals.map((t) => t.role)).size > 1;
  return {
    kind: "table",
    columns: [column("per round", "left"), ...titles.map((title) => column(title, "right"))],
    rows: byRole(totals.toSorted((a, b) => rank(a) - rank(b))).slice(0, most).map((t) => [
      nameOf(context, t, roles),
      t.leaks ? [strong(more(context, t))] : [more(context, t)],
      t.base === null ? ["\u2013"] : [slope(context, t, t.base)],
      [limit(context, t.budget, t.quantity)],
      [visible(context, t)]
    ])
  };
}

// src/report/narrative/finding/evidence.ts
function evidence(context, detail) {
  if (detail.findings === 0) return [];
  const { workload: workload2 } = context;
  const told2 = workload2.findings.slice(0, detail.findings).flatMap((f) => findingBlocks(context, f, detail));
  const totals = allTotals(context, 200);
  const blocks = [...told2, ...totals === null ? [] : [totals]];
  return blocks.length === 0 ? [] : [fold(evidenceTitle(context), blocks)];
}
var rulings = [
  ["leak", ["leak", "worse"]],
  ["suspect", ["suspect"]],
  ["on base too", ["existing"]],
  ["fixed", ["fixed"]],
  ["waived", ["waived"]]
];
function evidenceTitle(context) {
  const { workload: workload2, words } = context;
  const counts = rulings.map(([name, of]) => [ruled(workload2, ...of).length, name]).filter(([n]) => n > 0).map(([n, name]) => `${count(n)} ${name === "leak" && n !== 1 ? "leaks" : name}`);
  const least = ["tasks", "heap-bytes", "heap-objects"].flatMap((quantity) => {
    const total2 = workload2.totals.find((t) => t.quantity === quantity && t.budget !== null);
    const judged2 = workload2.findings.some((f) => f.quantity === quantity);
    if (total2 === void 0 || quantity === "heap-objects" && !judged2) return [];
    if (quantity === "heap-objects")
      return [words.amount(Number(total2.smallestVisible.toPrecision(2)), quantity)];
    return quantity === "tasks" ? [words.amount(Math.max(1, total2.smallestVisible), quantity)] : [visible(context, total2)];
  });
  const sight2 = least.length === 0 ? "" : `; smallest leak this run can see: ${least.join(", or ")} a round`;
  return [`${counts.length === 0 ? "Nothing grows" : `Evidence: ${counts.join(", ")}`}${sight2}`];
}
function findingBlocks(context, finding2, detail) {
  const stack = stackText(finding2, detail.frames, changeOf(context.result).name);
  const parts = partsList(context, finding2);
  return [
    paragraph(...findingLine(context, finding2)),
    ...stack === "" ? [] : [lines(stack)],
    ...parts.length === 0 ? [] : [list(parts)]
  ];
}
function findingLine(context, finding2) {
  const { words } = context;
  const what = finding2.function === null ? code(finding2.role) : code(finding2.function);
  const amount = amountOf(finding2);
  const each = words.figure(shareOf(amount, context.workload.operations), finding2.quantity);
  const told2 = partOf(context, finding2);
  const part = told2 === "" ? "" : `${told2} here`;
  const state = finding2.state === null ? "" : `, ${finding2.advice?.kind ?? finding2.state}`;
  return [
    strong(`${capital(finding2.ruling)}: `, what),
    `, ${words.name(finding2.quantity)} a round: ${words.figure(amount, finding2.quantity)} (${each} per ${words.each})${beside2(context, finding2)}${part}; ${finding2.shape}${state}; `,
    ...finding2.function === null ? [] : ["in ", code(finding2.role), "; "],
    `id ${finding2.id}`
  ];
}
function beside2(context, { base, head, quantity, ruling }) {
  if (context.result.base === null) return "";
  if (base === null) return ", none on base";
  const figure2 = (of) => slope(context, { quantity }, of);
  if (ruling === "existing") return `; base ${figure2(base)}`;
  return ruling === "fixed" ? ` less than base; base ${figure2(base)}, head ${figure2(head)}` : ` more than base; base ${figure2(base)}`;
}
var capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
function stackText(finding2, most, by) {
  const frames = finding2.stack.filter(isPlaced).toReversed();
  const shown = frames.slice(0, Math.min(most, lastToTell(frames))).map((frame2) => {
    const place2 = frame2.file === "" ? "" : ` (${frame2.file}${frame2.line > 0 ? `:${frame2.line}` : ""})`;
    return `${shortName(frame2.function)}${place2}${frame2.changed ? ` \u2190 changed by ${by}` : ""}`;
  });
  const rest = frames.length - shown.length;
  return [...shown, ...rest > 0 && shown.length > 0 ? [`\u2026 ${rest} more frames`] : []].join("\n");
}
var isPlaced = (frame2) => frame2.file !== "" || frame2.function !== "(anonymous)";
function lastToTell(frames) {
  const outermost = frames.findLastIndex(({ inProject }) => inProject);
  return outermost < 0 ? frames.length : outermost + 1 + mostCallers;
}
var mostCallers = 3;
function partsList(context, finding2) {
  const { words } = context;
  const creators = finding2.creators.slice(0, 5).map((c) => [`${count(c.count)} created by `, code(c.function)]);
  const parts = finding2.parts.slice(0, 12).map((part) => [
    `with it: ${words.amount(part.perRound, part.quantity)} a round`,
    ...part.function === null ? [] : [" from ", code(part.function)],
    ...part.role === finding2.role ? [] : [" in ", code(part.role)]
  ]);
  const rest = finding2.parts.length - parts.length;
  return [...creators, ...parts, ...rest > 0 ? [[`${rest} more parts`]] : []];
}
var hows2 = {
  head: "the commit checked out",
  "merge-parent": "first parent of the merge commit",
  "merge-base": "merge base with the target branch",
  "merge-group": "base of the merge group",
  before: "the commit before the push",
  "first-parent": "first parent",
  tag: "newest tag before head",
  given: "as given",
  "working-tree": "the working tree"
};
function measured(context) {
  const { workload: workload2, result } = context;
  const { base, head } = workload2.trials;
  const trials = `${count(base + head)} ${base + head === 1 ? "trial" : "trials"}`;
  return fold(
    [`How it was measured: ${trials}, ${duration(workload2.spent.seconds)}`],
    [list(facts(result, workload2))]
  );
}
function repeatsOf({ rounds, totals }) {
  const repeats = totals.map(({ repeat = 1 }) => repeat);
  const [least, most] = [Math.min(...repeats), Math.max(...repeats)];
  if (totals.length === 0 || most === 1) return "";
  const times = least === most ? most : `${least} to ${most}`;
  return `, each measured as ${times} of them in a row: ${count(rounds * least)} were seen`;
}
function facts(result, workload2) {
  const commit2 = (c) => [code(c.sha.slice(0, 7)), ` (${hows2[c.how]})`];
  const { trials, rounds, operations } = workload2;
  const base = result.base === null ? [": none"] : [" ", ...commit2(result.base)];
  const units = operations === 1 ? "" : ` of ${count(operations)} operations`;
  const spans = Object.entries(workload2.spent.spans).map(([name, seconds]) => [
    `${name} ${duration(seconds)}`
  ]);
  return [
    ["base", ...base, ", head ", ...commit2(result.head)],
    [
      `trials, each a fresh start: base ${count(trials.base)}, head ${count(trials.head)}; ${rounds} rounds${units} in the longest${repeatsOf(workload2)}`
    ],
    [
      `totals are read after a collection, once settled; ${base.length === 1 ? "growth is the slope of head\u2019s rounds" : "\u201Chead \u2212 base\u201D is the slope of head\u2019s rounds less base\u2019s"}, \xB1 is a 99 % interval`
    ],
    ...spans.length > 0 ? [["time: ", ...joined(spans, ", ", ", ")]] : [],
    [`runtime ${workload2.runtime}, leakdiff ${result.tool.version}`],
    ...workload2.notes.filter((note2) => !isSpoken(note2)).slice(0, 30).map((note2) => prose(note2.text))
  ];
}

// src/report/narrative/finding/next-step.ts
function nextStep(context, finding2) {
  const { next } = finding2.advice ?? {};
  if (next !== void 0) return inlinesOf(context, next);
  if (finding2.quantity === "tasks") return taskStep(finding2);
  const files = finding2.parts.some((p) => p.quantity === "files" && p.role === finding2.role);
  if (finding2.quantity === "files" || files)
    return ["close the file or socket on every way out, errors included."];
  if (finding2.quantity === "threads")
    return ["end the thread when its work is done, or take threads from a pool of fixed size."];
  if (isNative(finding2))
    return [
      "look at what native code (an add-on, an extension, cgo, mmap) takes in each round and never gives back."
    ];
  return [...bound(context, finding2), ...releaseStep(finding2)];
}
var isNative = ({ function: made, holders, quantity }) => quantity === "rss-bytes" || quantity === "external-bytes" && made === null && holders.length === 0;
function taskStep({ createdBy }) {
  if (!createdBy?.function)
    return ["make it end with its owner: cancel the wait, or close what it waits for."];
  const who = functionName(createdBy.function);
  return ["let what ", who, " starts end with its owner: cancel the wait, or close what it waits for."];
}
function releaseStep(finding2) {
  const holder = finding2.holders.find(({ why: why2 }) => why2 === "holds");
  if (holder) {
    const root = holder.collection ?? holder.path.split(" \u2192 ")[0] ?? "";
    return ["remove what is no longer needed from ", code(root), ", or give it a bound."];
  }
  if (finding2.function === null) return ["look for what each round adds and never takes away."];
  const name = functionName(finding2.function);
  const [line] = finding2.changedLines;
  if (line?.why === "dependency" && line.package !== void 0)
    return ["take another version of ", code(line.package), ", or report it there: what grows comes by it."];
  if (line?.why === "removed")
    return ["check whether the removed code released what ", name, " allocates; if so, put it back."];
  if (finding2.quantity === "instances")
    return ["find what holds on to each ", name, "; release it, or give it a bound."];
  return ["find what holds on to what ", name, " allocates; release it, or give it a bound."];
}
function bound({ workload: workload2 }, finding2) {
  const total2 = workload2.totals.find((t) => t.quantity === finding2.quantity && t.role === finding2.role);
  const series = longest(total2?.head.series ?? []);
  if (series.length < 3 || finding2.shape !== "growing") return [];
  const risen = rises(series);
  const rounds = risen === series.length - 1 ? `every one of ${series.length} rounds` : `${risen} of ${series.length - 1} rounds`;
  const operations = workload2.operations > 1 ? [`${count(series.length * workload2.operations)} operations`] : [];
  const seconds = workload2.watched === void 0 ? [] : [`${count(Math.ceil(workload2.watched))} s`];
  const told2 = [...operations, ...seconds].map((part) => `, ${part}`).join("");
  return [
    `it grew in ${rounds}${told2}; a cache that is meant to keep more looks the same. If this is not such a cache: `
  ];
}

// src/report/narrative/take-away.ts
import { basename } from "node:path";
function takeAway({ options, workload: workload2 }) {
  const [first] = ruled(workload2, ...failing, "suspect");
  const { files, where } = options.profiles ?? { files: [], where: "" };
  const kinds2 = first?.quantity === "tasks" ? ["tasks", "heap"] : ["heap", "tasks"];
  const names = kinds2.map((kind) => `${workload2.name}-${kind}-growth.pb.gz`);
  const file = names.flatMap((name) => files.find((path) => basename(path) === name) ?? [])[0];
  if (first === void 0 || file === void 0) return [];
  const open = code(
    `go tool pprof -http=: ${/^[\w./@+-]+$/.test(file) ? file : `'${file.replaceAll("'", "")}'`}`
  );
  return [
    paragraph(
      `Growth a round as a profile, ${where}: `,
      open,
      ", or drop the file on ",
      code("speedscope.app"),
      ". It holds what grows on a known stack, which may be less than the whole."
    )
  ];
}

// src/report/narrative/story.ts
function story(result, options, detail) {
  const title = headline(result, options);
  if (result.verdict === "pass" && detail.passInOneLine) return [paragraph(...title), ...spokenNotes(result)];
  const [loud, quiet] = parted(result.workloads, (w) => w.verdict !== "pass" || result.verdict === "pass");
  const own = runReasons(result);
  const red = result.verdict === "fail";
  const sorted = loud.toSorted((a, b) => rank2(a) - rank2(b));
  const once = sorted.filter((w) => sameCause(sorted, w)[0] === w);
  const shown = once.slice(0, detail.workloads);
  return [
    heading(2, ...title),
    ...spokenNotes(result),
    ...red ? [] : [...own.slice(0, 1).flatMap(reasonBlocks), ...furtherReasons(own.slice(1))],
    ...shown.flatMap((w) => [
      ...section(contextOf(result, w, options), detail, result.workloads.length > 1 && loud.length > 1),
      ...alsoOf(sameCause(sorted, w).slice(1))
    ]),
    ...red ? furtherReasons(own) : [],
    ...passing(quiet),
    ...detail.leftOut ? leftOut2(result, options, detail, once.length - shown.length) : []
  ];
}
function sameCause(workloads, workload2) {
  const cause = causeOf(workload2);
  return cause === null ? [workload2] : workloads.filter((other) => causeOf(other) === cause);
}
var causeOf = ({ reasons, totals }) => reasons.length === 0 || totals.length > 0 ? null : reasons.map(({ text }) => text).join("\n");
function alsoOf(workloads) {
  if (workloads.length === 0) return [];
  const names = workloads.slice(0, 20).map((w) => [code(w.name)]);
  const more2 = workloads.length > 20 ? [[`${workloads.length - 20} more`]] : [];
  return [paragraph("The same holds for ", ...joined([...names, ...more2]), ".")];
}
var rank2 = (w) => ["fail", "inconclusive", "pass"].indexOf(w.verdict);
function runReasons(result) {
  const told2 = new Set(result.workloads.flatMap((w) => w.reasons.map((r) => r.text)));
  return result.reasons.filter((r) => !told2.has(r.text));
}
function section(context, detail, titled) {
  const { workload: workload2 } = context;
  const title = titled ? [heading(3, `${icons[workload2.verdict]} `, ...workloadLine(context))] : [];
  const [first, ...rest] = workload2.reasons;
  const findings = ruled(workload2, ...failing, "suspect");
  const table2 = detail.table ? decidingTotals(context) : null;
  const red = workload2.verdict === "fail";
  return [
    ...title,
    ...red || first === void 0 ? [] : reasonBlocks(first),
    ...findings.length === 0 ? [] : findingBlocks2(context, findings, detail),
    ...table2 === null ? [] : [table2],
    ...furtherReasons(red ? workload2.reasons : rest),
    ...detail.reproduce ? reproduction(context) : [],
    ...evidence(context, detail),
    ...detail.findings > 0 ? takeAway(context) : [],
    ...detail.measured ? [measured(context)] : [],
    ...detail.told > 0 ? accept(context) : []
  ];
}
function findingBlocks2(context, findings, detail) {
  const single = withoutRelated(findings);
  const told2 = single.slice(0, detail.told);
  const [first] = told2;
  const suspect = first?.ruling === "suspect";
  const who = told2.map(
    (finding2, i) => paragraph(
      strong(i > 0 ? "Also. " : suspect ? "Who may leak. " : "Who leaks. "),
      ...tellFinding(context, finding2)
    )
  );
  const [lead, ...others] = who;
  const next = first === void 0 || suspect ? [] : [paragraph(strong("Next: "), ...nextStep(context, first))];
  const rest = single.length - told2.length;
  const more2 = rest > 0 ? [paragraph(`${count(rest)} more ${rest === 1 ? "finding" : "findings"} that weigh as much or less.`)] : [];
  return [...lead === void 0 ? [] : [lead], ...next, ...others, ...more2];
}
var reasonBlocks = (reason2) => [
  paragraph(strong("Why: "), ...prose(reason2.text)),
  ...reason2.remedy === "" ? [] : [paragraph(strong("Next: "), ...prose(reason2.remedy))]
];
var furtherReasons = (reasons) => reasons.length === 0 ? [] : [paragraph("Also not certain:"), list(reasons.slice(0, 10).map((r) => prose(r.text)))];
function reproduction({ options, workload: workload2 }) {
  const again = options.reproduce?.(workload2.name) ?? null;
  if (again === null || workload2.verdict === "pass") return [];
  const first = again.complete ? "" : ", once what stands in parentheses or ${{ }} is filled in";
  return [paragraph(strong(`Reproduce${first}:`)), command(again.command)];
}
function passing(workloads) {
  if (workloads.length === 0) return [];
  const names = workloads.slice(0, 20).map((w) => [code(w.name)]);
  const more2 = workloads.length > 20 ? [[`${workloads.length - 20} more`]] : [];
  return [paragraph(`${icons.pass} Passed: `, ...joined([...names, ...more2]), ".")];
}
function leftOut2(result, options, detail, workloads) {
  const findings = result.workloads.reduce((n, w) => n + Math.max(0, w.findings.length - detail.findings), 0);
  const deep = result.workloads.some(
    (w) => w.findings.slice(0, detail.findings).some((f) => f.stack.length > detail.frames)
  );
  const missing = [
    ...workloads > 0 ? [`${count(workloads)} ${workloads === 1 ? "workload" : "workloads"}`] : [],
    ...findings > 0 ? [`the evidence of ${count(findings)} ${findings === 1 ? "finding" : "findings"}`] : [],
    ...deep ? [`frames beyond ${detail.frames} of a stack`] : [],
    ...detail.measured ? [] : ["how it was measured"]
  ].map((text) => [text]);
  if (missing.length === 0) return [];
  const whole = options.whole ? [" The whole report: ", { kind: "link", ...options.whole }, "."] : [` ${detail.elsewhere ?? "The JSON result has all of it."}`];
  return [paragraph("Left out here: ", ...joined(missing), ".", ...whole)];
}
function parted(items, test) {
  return [items.filter(test), items.filter((item) => !test(item))];
}

// src/report/page/about.ts
function aboutHtml({ base, head, tool, workloads }, { about, repositoryUrl, reproduce }) {
  const commit2 = (sha) => commitHtml(sha, repositoryUrl);
  const name = repositoryUrl?.split("/").slice(-2).join("/");
  const facts2 = [
    name && repositoryUrl ? anchor(repositoryUrl, name) : htmlText(about?.repository ?? ""),
    about?.pullRequest && repositoryUrl ? anchor(`${repositoryUrl}/pull/${about.pullRequest}`, `#${about.pullRequest}`) : "",
    `head ${commit2(head.pullRequest?.sha ?? head.sha)}${base === null ? ", without a base" : ` against base ${commit2(base.sha)}`}`,
    about?.date ? timeHtml(about.date) : "",
    about?.runUrl ? anchor(about.runUrl, "the run") : "",
    `leakdiff ${htmlText(tool.version)}`
  ];
  const again = workloads.map((w) => reproduce?.(w.name) ?? null).find((one2) => one2 !== null);
  const command2 = again?.command ?? about?.command;
  return `${factsHtml(facts2)}${command2 ? commandHtml(command2) : ""}`;
}

// src/diff/stack-growth.ts
var nothing = { perRound: 0, last: 0 };
function stackGrowths(trials) {
  const found = /* @__PURE__ */ new Map();
  for (const side2 of ["base", "head"]) {
    const newest = trials.filter((t) => t.side === side2).toSorted((a, b) => b.number - a.number)[0];
    if (newest === void 0) continue;
    for (const [key, site, series] of sitesOf(newest)) {
      const known = found.get(key) ?? { site, base: nothing, head: nothing };
      found.set(key, { ...known, site: side2 === "head" ? site : known.site, [side2]: series });
    }
  }
  return [...found.values()].map(({ site, base, head }) => ({ ...site, base, head }));
}
function sitesOf(trial) {
  const rounds = trial.rounds.map(({ sites }) => new Map(sites));
  const end = trial.drained === null ? rounds.at(-1) : new Map(trial.drained.sites);
  const slopes = trial.sites.map(
    ({ role }, index) => leastSquares(
      aRound(
        rounds.map((round) => round.get(index) ?? 0),
        trial.roles[role]?.repeat ?? 1
      )
    )
  );
  const shares = sharesOf(trial, slopes);
  return trial.sites.map((site, index) => {
    const { quantity, role, stack } = site;
    const name = trial.roles[role]?.name ?? "";
    const frames = stack.flatMap((frame2) => trial.frames[frame2] ?? []);
    const key = [name, quantity, ...frames.map((frame2) => frame2.site)].join("\0");
    const told2 = { role: name, quantity, unit: quantities[quantity], stack: frames };
    const perRound = (shares.get(keyOf2(site)) ?? 1) * (slopes[index] ?? 0);
    return [key, told2, { perRound, last: end?.get(index) ?? 0 }];
  });
}
function sharesOf(trial, slopes) {
  const sums = /* @__PURE__ */ new Map();
  for (const [index, site] of trial.sites.entries())
    sums.set(keyOf2(site), (sums.get(keyOf2(site)) ?? 0) + (slopes[index] ?? 0));
  const shares = /* @__PURE__ */ new Map();
  for (const total2 of trial.rounds[0]?.totals ?? []) {
    const sum2 = sums.get(keyOf2(total2)) ?? 0;
    const series = trial.rounds.flatMap(
      ({ totals }) => totals.filter((one2) => keyOf2(one2) === keyOf2(total2)).map(({ value }) => value)
    );
    const whole = leastSquares(aRound(series, trial.roles[total2.role]?.repeat ?? 1));
    if (series.length === trial.rounds.length && whole > 0 && sum2 > whole)
      shares.set(keyOf2(total2), whole / sum2);
  }
  return shares;
}
var keyOf2 = ({ quantity, role }) => `${role} ${quantity}`;

// src/report/page/curves.ts
var phaseWidth = 1.5;
function curvesOf(total2, trials) {
  const idles = trials.some(({ idled }) => idled !== void 0);
  const measured2 = trials.flatMap((trial) => curveOf(total2, trial, idles));
  if (measured2.length > 0) return measured2;
  const kept2 = (side2, series) => series.map((values, i) => ({
    side: side2,
    trial: i + 1,
    points: pointsOf(values, null, null, { idles: false, repeat: 1 })
  }));
  return [...kept2("base", total2.base?.series ?? []), ...kept2("head", total2.head.series)];
}
function curveOf({ quantity, role }, trial, idles) {
  const index = trial.roles.findIndex(({ name }) => name === role);
  const valueIn = (snapshot) => snapshot?.totals.find((t) => t.role === index && t.quantity === quantity)?.value ?? null;
  const values = trial.rounds.map(valueIn).filter((value) => value !== null);
  if (index < 0 || values.length === 0) return [];
  const repeat = trial.roles[index]?.repeat ?? 1;
  const points = pointsOf(values, valueIn(trial.idled), valueIn(trial.drained), { idles, repeat });
  return [{ side: trial.side, trial: trial.number, points }];
}
function pointsOf(values, idle, drain, { idles, repeat }) {
  const first = values[0] ?? 0;
  const rise = (value) => (value - first) / repeat;
  const end = values.length;
  return [
    ...values.map((value, i) => ({ round: i + 1, value: rise(value), moment: "round" })),
    ...idle === null ? [] : [{ round: end + phaseWidth, value: rise(idle), moment: "idle" }],
    ...drain === null ? [] : [
      {
        round: end + (idles ? 2 : 1) * phaseWidth,
        value: rise(drain),
        moment: "drain"
      }
    ]
  ];
}

// src/report/page/chart.ts
var size2 = { width: 760, height: 260, left: 72, right: 16, top: 14, bottom: 40 };
function chart(total2, curves, words, warmup) {
  const scale = scaleOf(total2, curves, warmup);
  const label = `${words.name(total2.quantity)} over the rounds: ${summary(total2, words)}`;
  const parts = [
    ...axes(total2, scale, words),
    ...phases(curves, scale, warmup),
    ...fitLine(total2, curves, scale),
    ...curves.toSorted((a, b) => a.side.localeCompare(b.side)).map((curve) => curveOf2(curve, scale, total2, words))
  ];
  return `<svg class="chart" viewBox="0 0 ${size2.width} ${size2.height}" role="img" tabindex="0" aria-label="${htmlText(label)}">${parts.join("")}</svg>`;
}
function summary({ base, excess, head, quantity }, words) {
  const amount = (perRound, { high, low }) => words.amount(Math.abs(supported(perRound, (high - low) / 2)), quantity);
  const moves = (side2) => `${side2.perRound < 0 ? "shrinks" : "grows"} by ${amount(side2.perRound, side2)}`;
  const still = (side2, beside3 = 0) => words.figure(side2.perRound, quantity) === "0" || Math.abs(side2.perRound) <= Math.max(noiseOf(side2.perRound, side2.low, side2.high), Math.abs(beside3) / 100);
  if (base === null) return still(head) ? "head stands still" : `head ${moves(head)} a round`;
  const [was, is] = [still(base, head.perRound), still(head, base.perRound)];
  if (was && is) return "head and base stand still";
  if (was) return `head ${moves({ ...head, perRound: excess })} a round, base stands still`;
  if (is) return `head stands still, base ${moves(base)} a round`;
  const [both, other] = [moves(head), moves(base)];
  if (both === other) return `head and base ${both.replace(/^(\w+)s /, "$1 ")} a round`;
  return `head ${both} a round, base ${other.replace(/^grows /, "")}: ${amount(excess, head)} ${excess < 0 ? "less" : "more"}`;
}
function scaleOf({ head, leaks, smallestVisible }, curves, warmup) {
  const points = curves.flatMap((curve) => curve.points);
  const values = points.map(({ value }) => value);
  const rounds = points.reduce(
    (most, { round, moment }) => moment === "round" ? Math.max(most, round) : most,
    2
  );
  const low = values.reduce((a, b) => Math.min(a, b), 0);
  const least = leaks ? head.perRound : Math.max(head.perRound, smallestVisible);
  const highest = values.reduce((a, b) => Math.max(a, b), Math.max(0, least) * (rounds - 1));
  const band = leaks ? Math.min(head.high * (rounds - 1), highest * 1.4) : 0;
  const high = Math.max(highest, band) > low ? Math.max(highest, band) : low + 1;
  const last = points.reduce((most, { round }) => Math.max(most, round), rounds);
  const span = last + warmup - 1 || 1;
  return {
    x: (round) => size2.left + (round + warmup - 1) / span * (size2.width - size2.left - size2.right),
    y: (value) => size2.height - size2.bottom - (value - low) / (high - low) * (size2.height - size2.top - size2.bottom),
    low,
    high,
    rounds
  };
}
function phases(curves, { x, rounds }, warmup) {
  const has = (moment) => curves.some((c) => c.points.some((p) => p.moment === moment));
  const idle = has("idle");
  const shade = (from, to, name) => `<rect class="phase" x="${fixed(x(from))}" y="${size2.top}" width="${fixed(x(to) - x(from))}" height="${size2.height - size2.top - size2.bottom}"/><text class="phase-name" x="${fixed((x(from) + x(to)) / 2)}" y="${(size2.height - size2.bottom + size2.top) / 2}" text-anchor="middle">${name}</text>`;
  const afterIdle = rounds + (idle ? phaseWidth : 0);
  return [
    ...warmup > 0 ? [shade(1 - warmup, 1, "warm-up")] : [],
    ...idle ? [shade(rounds, rounds + phaseWidth, "idle")] : [],
    ...has("drain") ? [shade(afterIdle, afterIdle + phaseWidth, "drain")] : []
  ];
}
function axes({ quantity }, { high, low, rounds, x, y }, words) {
  const across = `x1="${size2.left}" x2="${size2.width - size2.right}"`;
  const values = ticks(low, high, 4).map(
    (value) => `<line class="grid" ${across} y1="${fixed(y(value))}" y2="${fixed(y(value))}"/><text class="value" x="${size2.left - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${htmlText(signed(value, words.figure(value, quantity)))}</text>`
  );
  const step = Math.max(1, Math.ceil(rounds / 12));
  const numbers = Array.from({ length: rounds }, (_, i) => i + 1).filter((round) => (round - 1) % step === 0);
  const bottom = size2.height - size2.bottom + 16;
  return [
    ...values,
    ...numbers.map(
      (round) => `<text class="round" x="${fixed(x(round))}" y="${bottom}" text-anchor="middle">${round}</text>`
    ),
    `<text class="axis" x="${size2.width - size2.right}" y="${size2.height - 6}" text-anchor="end">round</text>`,
    `<text class="axis" x="${size2.left}" y="${size2.height - 6}">${htmlText(words.name(quantity))} since round 1, after a collection</text>`
  ];
}
function fitLine({ head, leaks }, curves, { rounds, x, y, low, high }) {
  if (!leaks || !curves.some(({ side: side2 }) => side2 === "head")) return [];
  const end = (perRound) => Math.min(high, Math.max(low, perRound * (rounds - 1)));
  const [from, to] = [fixed(x(1)), fixed(x(rounds))];
  const band = `${from},${fixed(y(0))} ${to},${fixed(y(end(head.high)))} ${to},${fixed(y(end(head.low)))}`;
  return [
    `<polygon class="noise" points="${band}"/>`,
    `<line class="fit" x1="${from}" y1="${fixed(y(0))}" x2="${to}" y2="${fixed(y(end(head.perRound)))}"/>`
  ];
}
function curveOf2({ points, side: side2, trial }, { x, y }, { quantity }, words) {
  const at = ({ round, value }) => `${fixed(x(round))},${fixed(y(value))}`;
  const shown = points.map((point) => {
    const when = point.moment === "round" ? `round ${point.round}` : `after the ${point.moment} phase`;
    const told2 = `${side2}, trial ${trial}, ${when}: ${signed(point.value, words.amount(point.value, quantity))}`;
    const [cx, cy] = at(point).split(",");
    return `<circle cx="${cx}" cy="${cy}" r="3.2"><title>${htmlText(told2)}</title></circle>`;
  });
  return `<g class="${side2}"><polyline points="${points.map(at).join(" ")}"/>${shown.join("")}</g>`;
}
var signed = (value, text) => value > 0 ? `+${text}` : text;
var fixed = (value) => value.toFixed(1);

// src/report/page/flame-tree.ts
var smaller = "(smaller)";
var changeAt = ({ base, head }, at) => (head[at] ?? 0) - (base[at] ?? 0);
function pathTo({ name, names, parent }, leaf) {
  const path = [];
  for (let at = leaf; at > 0; at = parent[at] ?? 0) path.push(names[name[at] ?? 0] ?? "");
  return path.reverse();
}

// src/report/page/flame.ts
var mostNodes = 1e4;
function flameTrees(stacks, quantities2) {
  return quantities2.flatMap((quantity) => {
    const moving = stacks.filter(
      ({ base, head, quantity: own }) => own === quantity && (base.perRound !== 0 || head.perRound !== 0)
    );
    return moving.length === 0 ? [] : [columns(quantity, treeOf(moving))];
  });
}
function treeOf(stacks) {
  const root = node("");
  const roles = new Set(stacks.map(({ role }) => role));
  const labelOf = labels();
  for (const { base, head, role, stack } of stacks) {
    const path = [...roles.size > 1 ? [role] : [], ...stack.map(labelOf)];
    const weight = Math.max(
      Math.abs(base.perRound),
      Math.abs(head.perRound),
      Math.abs(head.perRound - base.perRound)
    );
    let at = root;
    at.weight += weight;
    for (const name of path) {
      at = childOf(at, name);
      at.weight += weight;
    }
    at.base += base.perRound;
    at.head += head.perRound;
    at.stacks++;
  }
  return root;
}
function labels() {
  const known = /* @__PURE__ */ new Map();
  return (frame2) => {
    const label = known.get(frame2.site) ?? placedName(frame2);
    known.set(frame2.site, label);
    return label;
  };
}
var node = (name) => ({ name, children: /* @__PURE__ */ new Map(), base: 0, head: 0, stacks: 0, weight: 0 });
function childOf(parent, name) {
  const known = parent.children.get(name);
  if (known !== void 0) return known;
  const made = node(name);
  parent.children.set(name, made);
  return made;
}
function columns(quantity, root) {
  const least = leastWeight(root);
  const names = /* @__PURE__ */ new Map();
  const tree2 = { name: [], parent: [], base: [], head: [] };
  let cut = 0;
  const put = ({ base, head, name }, parent) => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    tree2.parent.push(parent);
    tree2.base.push(rounded2(base));
    tree2.head.push(rounded2(head));
    return tree2.name.push(known) - 1;
  };
  const add = (one2, parent) => {
    const index = put(one2, parent);
    const children = [...one2.children.values()].toSorted((a, b) => b.weight - a.weight);
    for (const child of children.filter(({ weight }) => weight >= least)) add(child, index);
    for (const folded of together(children.filter(({ weight }) => weight < least))) {
      cut += folded.stacks;
      put(folded, index);
    }
  };
  add(root, -1);
  return { quantity, names: [...names.keys()], ...tree2, cut };
}
var rounded2 = (value) => Number(value.toPrecision(6));
function together(nodes) {
  const [grown, shrunk] = [node(smaller), node(smaller)];
  const visit = (one2) => {
    const sum2 = one2.head >= one2.base ? grown : shrunk;
    sum2.base += one2.base;
    sum2.head += one2.head;
    sum2.stacks += one2.stacks;
    for (const child of one2.children.values()) visit(child);
  };
  for (const one2 of nodes) visit(one2);
  return [grown, shrunk].filter(({ stacks }) => stacks > 0);
}
function leastWeight(root) {
  const weights = [];
  const visit = (one2) => {
    weights.push(one2.weight);
    for (const child of one2.children.values()) visit(child);
  };
  visit(root);
  if (weights.length <= mostNodes) return 0;
  return weights.sort((a, b) => b - a)[mostNodes] ?? 0;
}

// src/report/page/holders.ts
function holdersHtml({ findings }) {
  const held = findings.flatMap(
    (finding2) => finding2.holders.filter(({ why: why2, path }) => why2 === "holds" && path !== null)
  );
  const paths = [...new Map(held.map((holder) => [holder.path, holder])).values()];
  if (paths.length === 0) return "";
  const trees = paths.map(
    ({ path, share }) => tree((path ?? "").split(" \u2192 "), ` ${percent(share)} of what is new`)
  );
  return `<section class="holders"><h3>Who holds it</h3><ul class="tree">${trees.join("")}</ul></section>`;
}
function tree([first = "", ...rest], told2) {
  const name = `<code>${nameHtml(first)}</code>${htmlText(told2)}`;
  if (rest.length === 0) return `<li>${name}</li>`;
  return `<li><details open><summary>${name}</summary><ul>${tree(rest, "")}</ul></details></li>`;
}

// src/report/page/tasks.ts
var mostRows = 40;
function tasksHtml(trials, words) {
  const trial = trials.filter(({ side: side2, drained }) => side2 === "head" && drained !== null).toSorted((a, b) => b.number - a.number)[0];
  const left = new Map(trial?.drained?.sites ?? []);
  const rows = (trial?.sites ?? []).flatMap((site, index) => {
    const value = left.get(index) ?? 0;
    return site.quantity === "tasks" && value > 0 ? [{ site, value }] : [];
  });
  if (trial === void 0 || rows.length === 0) return "";
  const shown = rows.toSorted((a, b) => b.value - a.value).slice(0, mostRows);
  const many = words.taskName.many;
  const columns2 = [
    { name: "place", number: false },
    { name: many, number: true },
    { name: "state", number: false },
    { name: "created by", number: false },
    { name: "minutes waited", number: true }
  ].map((column2) => ({ ...column2, html: htmlText(column2.name) }));
  const body = shown.map(({ site, value }) => row(trial, site, value));
  const told2 = columns2.map((_, i) => body.some((cells) => cells[i] !== ""));
  const known = (cells) => cells.filter((_, i) => told2[i]);
  const names = known(columns2).map(({ name }) => name.replace(/,.*/, "")).filter((name) => name !== many);
  const title = `All ${many} that stayed, by ${names.join(", ")}`;
  return `<details class="tasks"><summary>${htmlText(title)}</summary>${tableHtml("tasks", known(columns2), body.map(known))}</details>`;
}
function row({ frames }, { stack, tasks }, value) {
  const own = stack.map((index) => frames[index]).filter((frame2) => frame2 !== void 0);
  const place2 = own.findLast((frame2) => frame2.location.origin !== "runtime") ?? own.at(-1);
  const creators = byFunction(tasks?.creators ?? []).slice(0, 2).map(({ frame: frame2 }) => placed(frame2));
  return [
    place2 === void 0 ? "" : placed(place2),
    htmlText(count(value)),
    nameHtml(tasks?.state ?? ""),
    creators.join(", "),
    String(tasks?.minutes ?? "")
  ];
}
function placed(frame2) {
  const file = fileOf(frame2);
  const at = frame2.line > 0 ? `${file}:${frame2.line}` : file;
  return `<code>${nameHtml(frame2.function)}</code>${file === "" ? "" : ` at <code>${nameHtml(at)}</code>`}`;
}

// src/report/page/workload.ts
var pictured = ["heap-bytes", "heap-objects", "external-bytes", "tasks"];
var openCharts = 2;
function workloadHtml(result, workload2, options, index) {
  if (workload2.totals.length === 0) return "";
  const words = wordsFor(workload2);
  const trials = (options.trials ?? []).filter((trial) => trial.workload === workload2.name);
  const unseen = result.workloads.length > 1 ? "" : ' class="unseen"';
  const title = `<h2${unseen}>${nameHtml(workload2.name)}: growth</h2>`;
  return [
    `<section class="pictures" aria-label="${htmlText(`${workload2.name}: growth`)}">`,
    title,
    charts(workload2, trials, words),
    flames(flameTrees(stackGrowths(trials), pictured), words, index),
    holdersHtml(workload2),
    tasksHtml(trials, words),
    "</section>"
  ].join("\n");
}
function charts({ findings, totals }, trials, words) {
  const [first] = findings;
  const weight = ({ leaks, excess, budget, quantity, role }) => (leaks ? 32 : 0) + (first?.role === role ? 4 : 0) + (first?.role === role && first.quantity === quantity ? 16 : 0) + (budget ? Math.max(0, Math.min(1, excess / budget)) : -1);
  const ordered = totals.toSorted((a, b) => weight(b) - weight(a));
  const figures2 = ordered.map((total2) => figure(total2, trials, words));
  const leaking = ordered.filter(({ leaks }) => leaks).length;
  const shown = leaking === 0 ? openCharts : Math.min(openCharts, leaking);
  const [open, folded] = [figures2.slice(0, shown), figures2.slice(shown)];
  const more2 = folded.length === 0 ? "" : `<details><summary>Growth of everything else that was counted</summary>${folded.join("\n")}</details>`;
  return `${open.join("\n")}${more2}`;
}
function figure(total2, trials, words) {
  const curves = curvesOf(total2, trials);
  const picture = chart(total2, curves, words, warmupOf(trials));
  const legend = ["head", "base"].filter((side2) => curves.some((curve) => curve.side === side2)).map((side2) => `<span class="key ${side2}">${side2}</span>`).join(" ");
  return `<figure><figcaption><strong>${htmlText(words.name(total2.quantity))}</strong> of <code>${nameHtml(total2.role)}</code>: ${htmlText(summary(total2, words))} <span class="keys">${legend}</span></figcaption>${picture}<output class="reading" aria-live="polite"></output></figure>`;
}
function warmupOf(trials) {
  const [first] = trials.filter(({ side: side2 }) => side2 === "head");
  const [one2, two] = first?.rounds ?? [];
  if (one2 === void 0 || two === void 0 || two.elapsed <= one2.elapsed) return 0;
  return Math.min(4, Math.max(0, Math.round(one2.elapsed / (two.elapsed - one2.elapsed)) - 1));
}
function flames(trees, words, index) {
  if (trees.length === 0) return "";
  const named3 = trees.map(
    (tree2) => ({ ...tree2, title: words.name(tree2.quantity), unit: unitOf(tree2.quantity) })
  );
  const data = JSON.stringify(named3).replaceAll("<", "\\u003c");
  const folded = trees.reduce((sum2, { cut }) => sum2 + cut, 0);
  const note2 = folded === 0 ? "" : `<p class="about">${htmlText(count(folded))} stacks, each too narrow to be seen, are drawn together as <code>${smaller}</code>.</p>`;
  return `<section class="flame" data-flame="flame-${index}"><h3>Where it grows: stacks by growth a round</h3>${note2}
<script type="application/json" id="flame-${index}">${data}</script>
<div class="flame-view"></div>
<details class="paths"><summary>The widest paths, as text</summary>${trees.map((tree2) => widest(tree2, words)).join("")}</details></section>`;
}
var unitOf = (quantity) => quantity.endsWith("-bytes") ? "bytes" : "count";
function widest(tree2, words) {
  const order2 = tree2.name.map((_, i) => i).filter((i) => changeAt(tree2, i) !== 0);
  order2.sort((a, b) => Math.abs(changeAt(tree2, b)) - Math.abs(changeAt(tree2, a)));
  const items = order2.slice(0, 12).map((i) => {
    const names = pathTo(tree2, i).map((name) => `<code>${nameHtml(name)}</code>`);
    return `<li>${htmlText(words.amount(changeAt(tree2, i), tree2.quantity))} a round: ${names.join(" \u203A ")}</li>`;
  });
  return `<h4>${htmlText(words.name(tree2.quantity))}</h4><ol>${items.join("\n")}</ol>`;
}

// src/report/page/page.ts
function renderHtml(result, options = {}) {
  const [title, ...blocks] = story(result, options, htmlDetail);
  const figures2 = blocks.findIndex(({ kind }) => kind !== "paragraph");
  const sentences = blocks.slice(0, Math.min(figures2 < 0 ? blocks.length : figures2, firstSentences));
  const rank3 = ["fail", "inconclusive", "pass"];
  const pictured2 = result.workloads.toSorted((a, b) => rank3.indexOf(a.verdict) - rank3.indexOf(b.verdict)).slice(0, mostPictured);
  const pictures = pictured2.map((workload2, i) => workloadHtml(result, workload2, options, i));
  return pageHtml({
    title: textOf(headline(result, options)),
    verdict: result.verdict,
    style: options.trend ? trendStyle : "",
    script: options.script ?? "",
    content: [
      title === void 0 ? "" : blockHtml(title),
      aboutHtml(result, options),
      ...sentences.map(blockHtml),
      ...pictures,
      ...options.trend ? [trendHtml(options.trend)] : [],
      ...blocks.slice(sentences.length).map(blockHtml)
    ].join("\n")
  });
}
var firstSentences = 3;
var mostPictured = 30;

// src/report/profiles/pprof.ts
import { gzipSync } from "node:zlib";
var figures = {
  base: ({ base }) => base.last,
  head: ({ head }) => head.last,
  growth: ({ base, head }) => head.perRound - base.perRound
};
var comments = {
  base: "leakdiff: what base holds after its last round",
  head: "leakdiff: what head holds after its last round",
  growth: "leakdiff: what head grows by in a round beyond base. What has no stack is not in it: the report has the whole figure."
};
var types = {
  "heap-objects": ["inuse_objects", "count"],
  "heap-bytes": ["inuse_space", "bytes"],
  "external-bytes": ["external_space", "bytes"],
  tasks: ["tasks", "count"],
  files: ["files", "count"],
  classes: ["classes", "count"],
  instances: ["instances", "count"]
};
function pprofOf(stacks, wanted, figure2) {
  const kinds2 = wanted.filter((quantity) => stacks.some((stack) => stack.quantity === quantity));
  const samples = [...grouped(stacks).values()].flatMap((group) => {
    const values = kinds2.map((kind) => sum(group.filter((s) => s.quantity === kind).map(figures[figure2])));
    const [{ role, stack } = { role: "", stack: [] }] = group;
    return values.every((one2) => one2 === 0) ? [] : [{ stack: stack.map(named2), values, labels: { role } }];
  });
  if (samples.length === 0) return null;
  const quantities2 = kinds2.map((kind) => types[kind] ?? [kind, "count"]);
  return gzipSync(writePprof(quantities2, samples, comments[figure2]));
}
var named2 = (frame2) => ({
  ...frame2,
  function: frameName(frame2),
  file: fileOf(frame2)
});
function grouped(stacks) {
  const groups = /* @__PURE__ */ new Map();
  for (const one2 of stacks) {
    const key = [one2.role, ...one2.stack.map((frame2) => `${frame2.site} ${frame2.line}`)].join("\0");
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [one2]);
    else group.push(one2);
  }
  return groups;
}
var sum = (values) => Math.round(values.reduce((a, b) => a + b, 0));

// src/report/profiles/folded.ts
function foldedOf(stacks, figure2) {
  const lines2 = stacks.flatMap((stack) => {
    const value = Math.round(figures[figure2](stack));
    const frames = [stack.role, ...stack.stack.map(frameName)];
    return value === 0 ? [] : [`${frames.map(inert).join(";")} ${value}`];
  });
  return lines2.map((line) => `${line}
`).join("");
}
var inert = (name) => name.replace(/[;\r\n]/g, ":");

// src/report/profiles/profiles.ts
var kinds = {
  heap: ["heap-objects", "external-bytes", "heap-bytes"],
  tasks: ["tasks"]
};
function profileFiles(trials) {
  return [...new Set(trials.map((trial) => trial.workload))].flatMap((workload2) => {
    const stacks = stackGrowths(trials.filter((trial) => trial.workload === workload2));
    return Object.entries(kinds).flatMap(
      ([kind, wanted]) => filesOf2(
        `${workload2}-${kind}`,
        wanted,
        stacks.filter((stack) => wanted.includes(stack.quantity))
      )
    );
  });
}
function filesOf2(name, wanted, stacks) {
  const pprof = (figure2) => {
    const bytes2 = pprofOf(stacks, wanted, figure2);
    return bytes2 === null ? [] : [{ name: `${name}-${figure2}.pb.gz`, bytes: bytes2 }];
  };
  const main = stacks.filter(({ quantity }) => quantity === wanted.at(-1));
  const folded = foldedOf(main, "growth");
  return [
    ...["base", "head", "growth"].flatMap(pprof),
    ...folded === "" ? [] : [{ name: `${name}-growth.folded`, bytes: Buffer.from(folded) }]
  ];
}

// src/report/result.ts
var how = _enum(hows);
var verdict = _enum(["pass", "fail", "inconclusive"]);
var reason = strictObject({ code: string(), text: string(), remedy: string() });
var note = strictObject({ code: string(), text: string(), subject: exactOptional(string()) });
var spent = strictObject({ seconds: number(), spans: record(string(), number()) });
var commit = strictObject({ sha: string(), how });
var side = strictObject({
  perRound: number(),
  low: number(),
  high: number()
});
var total = strictObject({
  quantity: string(),
  unit: string(),
  role: string(),
  base: side.extend({ series: array(array(number())) }).nullable(),
  head: side.extend({ series: array(array(number())) }),
  excess: number(),
  /** null: a growth of this total never fails the check. */
  budget: number().nullable(),
  smallestVisible: number(),
  leaks: boolean(),
  /**
   * How many of the workload's rounds each measured one was, all figures being those of one; left out: one.
   */
  repeat: int().positive().optional(),
  /** Of the newest head trial. */
  shape: _enum(shapes).optional()
});
var place = strictObject({ function: string(), file: string(), line: int().nonnegative() });
var frame = place.extend({
  inProject: boolean(),
  inDependency: boolean().optional(),
  changed: boolean()
});
var sentence = array(
  union([
    string(),
    strictObject({ code: string() }),
    strictObject({ function: string() }),
    strictObject({
      place: strictObject({
        file: string(),
        line: int().nonnegative(),
        inProject: boolean().optional()
      })
    })
  ])
);
var advice = strictObject({
  /** How to end or release it. */
  next: sentence.optional(),
  /** What a task does now. */
  now: sentence.optional(),
  /** What a task is, in words with an article. */
  kind: string().optional(),
  /** Of a task that nothing can wake any more: its state without the mark of that, and who says so. */
  proof: strictObject({ state: string(), by: sentence }).optional()
});
var finding = strictObject({
  id: string().regex(/^[0-9a-f]{12}$/),
  ruling: _enum(["leak", "worse", "existing", "fixed", "waived", "suspect"]),
  quantity: string(),
  unit: string(),
  role: string(),
  /** The frame to read first; null, and `stack` empty, when a total has no site to show. */
  function: string().nullable(),
  stack: array(frame),
  /** The deepest frame below which nearly all of it was made, where that is not `function`. */
  inside: frame.nullable().optional(),
  base: side.nullable(),
  head: side,
  /** The figure of the leak, a round. */
  excess: number(),
  /** How much of `excess` `function` makes; left out: all of it. */
  own: number().optional(),
  perOperation: number(),
  budget: number().nullable(),
  shape: _enum(shapes),
  state: string().nullable(),
  /** `inProject` is left out when it is not known. */
  createdBy: place.extend({ inProject: boolean().optional() }).nullable(),
  /** Of tasks that run the runtime's library alone: the call of the project that had them started. */
  startedBy: place.extend({ inProject: boolean() }).optional(),
  /** Of memory kept by listeners or callbacks: the project's function of which most are kept. */
  registeredBy: place.extend({ inProject: boolean(), changed: boolean() }).optional(),
  /** Calls of the runtime's library by which it was made. */
  through: array(string()).optional(),
  creators: array(strictObject({ function: string(), count: int() })),
  parts: array(
    strictObject({
      quantity: string(),
      role: string(),
      function: string().nullable(),
      /** Of tasks: what they wait for, or are. */
      state: string().optional(),
      perRound: number(),
      /** Of tasks that run the runtime's library alone: the call that had them started. */
      startedBy: place.extend({ inProject: boolean() }).optional()
    })
  ),
  holders: array(
    strictObject({
      path: string(),
      share: number(),
      /** What on the path grows, by its own name. */
      collection: string().optional(),
      why: string()
    })
  ),
  /** What for the runtime took memory beside its heap in the diagnostic run, by its own names. */
  native: strictObject({
    bytes: number(),
    kinds: array(strictObject({ name: string(), share: number() })),
    /** How much more resident memory there was, where most of it is none of these; else 0. */
    resident: number()
  }).optional(),
  changedLines: array(
    strictObject({
      file: string(),
      line: int(),
      /**
       * stack: a frame of the finding stands on it. dependency: it takes `package`. near: new code close to
       * such a frame. removed: lines after it were taken out. rewritten: it stands in the place of another.
       * holder: it names what holds the growth. alone: it is all code that the pull request changes.
       */
      why: _enum(["stack", "dependency", "near", "removed", "rewritten", "holder", "alone"]).optional(),
      /** The line that was taken out, where it was one. */
      text: string().optional(),
      /**
       * The function behind a part of the finding to which it leads, where nothing of the finding's own does.
       */
      part: string().optional(),
      /** A frame only calls `package`, whose compiled code has no frames. */
      called: literal(true).optional(),
      /** It was started by way of `package`, of which no frame stands on its stack. */
      started: literal(true).optional(),
      package: string().optional(),
      /** null: the line names a folder. */
      version: string().nullable().optional(),
      /** The list of versions, or the property, by which the line takes `package`, which it does not name. */
      by: string().optional()
    })
  ),
  /** Nothing of the functions that led to it is changed, for certain. */
  untouched: literal(true).optional(),
  /**
   * A waiver that names it. Only `applied` excuses: exceeded, more grows than it allows; not alone,
   * something else grows too.
   */
  waiver: strictObject({
    site: string(),
    quantity: string().nullable(),
    upTo: number(),
    reason: string(),
    expires: string(),
    state: _enum(["applied", "exceeded", "not alone"])
  }).nullable(),
  advice: advice.optional(),
  /** The waivers that would excuse it. */
  accept: array(strictObject({ site: string(), quantity: string(), upTo: number() })).optional()
});
var workload = strictObject({
  name: string(),
  runtime: string(),
  /**
   * What the runtime calls a task, and what a task's stack tells: where it runs now, or where it was created.
   */
  tasks: strictObject({ one: string(), many: string(), stack: _enum(["running", "creation"]) }).optional(),
  verdict,
  reasons: array(reason),
  notes: array(note),
  operations: number(),
  /** Measured rounds of the longest trial. */
  rounds: int(),
  /** Seconds that the measured rounds of head's longest trial took. */
  watched: number().optional(),
  trials: strictObject({ base: int(), head: int() }),
  spent,
  totals: array(total),
  findings: array(finding)
});
var resultSchema = strictObject({
  schemaVersion: literal(1),
  tool: strictObject({ version: string() }),
  verdict,
  reasons: array(reason),
  spent,
  base: commit.nullable(),
  head: commit.extend({
    /**
     * Where GitHub's merge of a pull request was measured: its own commit,
     * and where the lines stand there that differ.
     */
    pullRequest: strictObject({
      sha: string(),
      moved: record(string(), array(strictObject({ from: int(), by: int().nullable() })))
    }).optional()
  }),
  workloads: array(workload)
});

// src/report/render/json.ts
function renderJson(result) {
  return `${JSON.stringify(resultSchema.parse(result), null, 2)}
`;
}

// node_modules/markdown-table/index.js
function defaultStringLength(value) {
  return value.length;
}
function markdownTable(table2, options) {
  const settings = options || {};
  const align = (settings.align || []).concat();
  const stringLength = settings.stringLength || defaultStringLength;
  const alignments = [];
  const cellMatrix = [];
  const sizeMatrix = [];
  const longestCellByColumn = [];
  let mostCellsPerRow = 0;
  let rowIndex = -1;
  while (++rowIndex < table2.length) {
    const row3 = [];
    const sizes2 = [];
    let columnIndex2 = -1;
    if (table2[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table2[rowIndex].length;
    }
    while (++columnIndex2 < table2[rowIndex].length) {
      const cell = serialize(table2[rowIndex][columnIndex2]);
      if (settings.alignDelimiters !== false) {
        const size3 = stringLength(cell);
        sizes2[columnIndex2] = size3;
        if (longestCellByColumn[columnIndex2] === void 0 || size3 > longestCellByColumn[columnIndex2]) {
          longestCellByColumn[columnIndex2] = size3;
        }
      }
      row3.push(cell);
    }
    cellMatrix[rowIndex] = row3;
    sizeMatrix[rowIndex] = sizes2;
  }
  let columnIndex = -1;
  if (typeof align === "object" && "length" in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex]);
    }
  } else {
    const code2 = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code2;
    }
  }
  columnIndex = -1;
  const row2 = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code2 = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code2 === 99) {
      before = ":";
      after = ":";
    } else if (code2 === 108) {
      before = ":";
    } else if (code2 === 114) {
      after = ":";
    }
    let size3 = settings.alignDelimiters === false ? 1 : Math.max(
      1,
      longestCellByColumn[columnIndex] - before.length - after.length
    );
    const cell = before + "-".repeat(size3) + after;
    if (settings.alignDelimiters !== false) {
      size3 = before.length + size3 + after.length;
      if (size3 > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size3;
      }
      sizes[columnIndex] = size3;
    }
    row2[columnIndex] = cell;
  }
  cellMatrix.splice(1, 0, row2);
  sizeMatrix.splice(1, 0, sizes);
  rowIndex = -1;
  const lines2 = [];
  while (++rowIndex < cellMatrix.length) {
    const row3 = cellMatrix[rowIndex];
    const sizes2 = sizeMatrix[rowIndex];
    const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
    columnIndex = -1;
    const line = [];
    while (++columnIndex < cellsInRow) {
      const cell = row3[columnIndex] || "";
      let before = "";
      let after = "";
      if (settings.alignDelimiters !== false) {
        const size3 = longestCellByColumn[columnIndex] - (sizes2[columnIndex] || 0);
        const code2 = alignments[columnIndex];
        if (code2 === 114) {
          before = " ".repeat(size3);
        } else if (code2 === 99) {
          const half = size3 / 2;
          if (size3 % 2) {
            before = " ".repeat(half + 0.5);
            after = " ".repeat(half - 0.5);
          } else {
            before = " ".repeat(half);
            after = before;
          }
        } else {
          after = " ".repeat(size3);
        }
      }
      if (settings.delimiterStart !== false && !columnIndex) {
        line.push("|");
      }
      if (settings.padding !== false && // Don’t add the opening space if we’re not aligning and the cell is
      // empty: there will be a closing space.
      !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) {
        line.push(" ");
      }
      if (settings.alignDelimiters !== false) {
        line.push(before);
      }
      line.push(cell);
      if (settings.alignDelimiters !== false) {
        line.push(after);
      }
      if (settings.padding !== false) {
        line.push(" ");
      }
      if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line.push("|");
      }
    }
    lines2.push(
      settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join("")
    );
  }
  return lines2.join("\n");
}
function serialize(value) {
  return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
  const code2 = typeof value === "string" ? value.codePointAt(0) : 0;
  return code2 === 67 || code2 === 99 ? 99 : code2 === 76 || code2 === 108 ? 108 : code2 === 82 || code2 === 114 ? 114 : 0;
}

// src/report/render/markdown.ts
var commentLimit = 65536 - 1024;
var phoneWidth = 8;
var summaryLimit = 1048576 - 4096;
function renderComment(result, options = {}) {
  const room = Math.min(options.room ?? commentLimit, commentLimit);
  const fits = (text2) => Buffer.byteLength(text2) <= room;
  const text = fitDetail((detail) => toMarkdown(story(result, options, detail)), commentDetails, fits);
  return fits(text) ? text : toMarkdown(inOneLine(result, options));
}
function inOneLine(result, options) {
  const { whole } = options;
  const where = whole ? [". The whole report: ", { kind: "link", ...whole }, "."] : [];
  return [{ kind: "paragraph", content: [...headline(result, options), ...where] }];
}
function renderSummary(result, options = {}) {
  const fits = (text) => Buffer.byteLength(text) <= summaryLimit;
  return fitDetail((detail) => toMarkdown(story(result, options, detail)), summaryDetails, fits);
}
function fitDetail(render, details, fits) {
  for (const detail of details.slice(0, -1)) {
    const text = render(detail);
    if (fits(text)) return text;
  }
  const least = details.at(-1);
  return least === void 0 ? "" : render(least);
}
function toMarkdown(document) {
  return `${document.map(block).join("\n\n")}
`;
}
function block(b) {
  switch (b.kind) {
    case "heading":
      return `${"#".repeat(b.level)} ${inlines(b.content)}`;
    case "paragraph":
      return inlines(b.content);
    case "list":
      return b.items.map((item) => `- ${inlines(item)}`).join("\n");
    case "table":
      return table(b);
    case "lines":
      return markdownFence(b.text, b.language);
    case "fold":
      return `<details><summary>${b.title.map(inSummary).join("")}</summary>

${b.blocks.map(block).join("\n\n")}

</details>`;
  }
}
var table = ({ columns: columns2, rows }) => markdownTable(
  [columns2.map(({ title }) => title), ...rows].map((row2) => row2.map((cell) => inlines(cell, "cell"))),
  { align: columns2.map(({ align }) => align === "right" ? "right" : null), alignDelimiters: false }
);
var inlines = (content, where = "text") => content.map((item) => inline(item, where)).reduce(
  (text, next) => text.endsWith("`") && next.startsWith("`") ? `${text} ${next}` : text + next,
  ""
);
function inline(item, where) {
  if (typeof item === "string") return markdownText(item, where);
  switch (item.kind) {
    case "code":
      return markdownCode(item.text, where);
    case "strong":
      return `**${inlines(item.content, where).trim()}**${endSpace(item.content)}`;
    case "link":
      return safeUrl(item.url) ? `[${markdownCode(item.label, where)}](${item.url})` : markdownCode(item.label, where);
    case "series":
      return sparkline(longest(item.head), phoneWidth);
  }
}
var endSpace = (content) => {
  const last = content.at(-1);
  return typeof last === "string" && last.endsWith(" ") ? " " : "";
};
function inSummary(item) {
  if (typeof item === "string") return summaryText(item);
  if (item.kind === "code") return `<code>${htmlText(item.text)}</code>`;
  return item.kind === "strong" ? item.content.map(inSummary).join("") : "";
}

export {
  mappedLine,
  contextOf,
  failing,
  inOrder,
  shortName,
  culpritOf,
  acceptUntil,
  accept,
  amounts,
  sight,
  headline,
  terminalDetails,
  tellFinding,
  nextStep,
  story,
  renderHtml,
  profileFiles,
  renderJson,
  renderComment,
  renderSummary
};
