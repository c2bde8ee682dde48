import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  refusal
} from "./chunk-EV2TQ76F.mjs";
import {
  inTime
} from "./chunk-LCA6NAPZ.mjs";
import {
  commentOf,
  compareRuns,
  inert,
  longestComment,
  sectionsOf
} from "./chunk-CYTD46RV.mjs";
import {
  marker
} from "./chunk-VAU5ECCJ.mjs";
import {
  createGitHub,
  once
} from "./chunk-GOXNDPBR.mjs";
import "./chunk-T64HJJ6Q.mjs";
import {
  coerce_exports
} from "./chunk-HRQOVSRH.mjs";
import {
  literal,
  object,
  string,
  union
} from "./chunk-YB2R2HBG.mjs";
import "./chunk-GXULDJ4S.mjs";
import "./chunk-ELK54PMQ.mjs";
import "./chunk-5MIBD2VL.mjs";
import "./chunk-3D67X6WZ.mjs";
import "./chunk-TAZMSTTI.mjs";
import "./chunk-QA6YXA5M.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/github/comment/merge.ts
var standsIn = (text, own) => sectionsOf(text).some((section) => isOf(section, own.by) && section.body === own.body);
function merged(comments, own, legs) {
  const newest = newestOf(comments.flatMap((comment) => sectionsOf(comment.body ?? "")));
  const leg = placeOf(newest, own);
  const standing = newest.get(leg);
  if (standing !== void 0 && compareRuns(standing.by, own.by) > 0)
    return { whose: "newer", sections: [...newest.values()], isCrowded: false };
  const all = new Map(newest).set(leg, { ...own, leg });
  const current = [...all.values()].filter(({ by }) => by.run >= own.by.run);
  const sections = current.length >= legs ? current : [...all.values()];
  return { whose: "ours", sections, isCrowded: leg !== own.leg };
}
function newestOf(sections) {
  const newest = /* @__PURE__ */ new Map();
  for (const section of sections) {
    const known = newest.get(section.leg);
    if (known === void 0 || compareRuns(section.by, known.by) >= 0) newest.set(section.leg, section);
  }
  return newest;
}
function placeOf(newest, own) {
  const already = [...newest.values()].find((section) => isOf(section, own.by));
  if (already !== void 0) return already.leg;
  for (let number = 1; ; number++) {
    const leg = number === 1 ? own.leg : `${own.leg}+${number}`;
    const there = newest.get(leg);
    if (there === void 0 || compareRuns(there.by, own.by) !== 0) return leg;
  }
}
var isOf = ({ by }, { attempt, run, writer }) => by.run === run && by.attempt === attempt && by.writer === writer;

// src/github/comment/turn.ts
import { createHash } from "node:crypto";
var clock = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
};
var turnLength = 1e3;
function untilTurn(now, { index, leg, legs }, writes) {
  if (legs <= 1) return 0;
  const places = index === null ? 2 * legs : legs;
  const cycle = places * turnLength;
  const place = index ?? hashed(`${leg} ${writes}`) % places;
  const since = ((now - place * turnLength) % cycle + cycle) % cycle;
  return since < turnLength / 4 ? 0 : cycle - since;
}
var hashed = (text) => createHash("sha256").update(text).digest().readUInt32BE(0);

// src/github/comment/keep-section.ts
var untilOthersWrote = 3e3;
async function keepSection(comments, clock2, request) {
  const own = { ...request.own, body: inert(request.own.body) };
  if (request.when === "standing" && !concerns(await comments.list(), own)) return { did: "nothing" };
  if (request.legs > 1) return await keepAmongLegs(comments, clock2, { ...request, own });
  const found = await comments.list();
  const done = await put(comments, request, own, found);
  return { ...done, unremoved: await removeAll(comments, found.slice(1)) };
}
function concerns(found, own) {
  const sections = found.flatMap(({ body }) => sectionsOf(body ?? ""));
  if (found.length > 0 && sections.length === 0) return true;
  return sections.some(({ by, leg }) => leg.replace(/\+\d+$/, "") === own.leg && compareRuns(by, own.by) < 0);
}
async function keepAmongLegs(comments, clock2, request) {
  const first = await keepInTurn(comments, clock2, request, 0);
  if (first.did !== "again") return first;
  const second = await keepInTurn(comments, clock2, request, 1);
  if (second.did === "again") return { did: "lost" };
  return "isCrowded" in second ? { ...second, isCrowded: first.isCrowded || second.isCrowded } : second;
}
async function keepInTurn(comments, clock2, request, attempt) {
  const { own } = request;
  await clock2.sleep(untilTurn(clock2.now(), { ...request, leg: own.leg }, attempt));
  const done = await put(comments, request, own, await comments.list()).catch(askedToWait);
  if ("seconds" in done) {
    if (attempt > 0) throw done.error;
    await clock2.sleep(done.seconds * 1e3);
    return { did: "again", isCrowded: false };
  }
  if (done.did === "left") return { ...done, unremoved: null };
  await clock2.sleep(untilOthersWrote);
  const found = await comments.list();
  if (attempt === 0) return await afterFirst(comments, clock2, request, { done, found });
  return standsIn(found[0]?.body ?? "", own) ? { ...done, unremoved: null } : { did: "lost" };
}
async function afterFirst(comments, clock2, request, { done, found: [first, extra] }) {
  const stands = standsIn(first?.body ?? "", request.own);
  if (stands && extra === void 0) return { ...done, unremoved: null };
  const isExtra = first !== void 0 && done.did === "created" && first.html_url !== done.url;
  if (isExtra && await isTakenOver(comments, clock2, request))
    return { ...done, url: first.html_url, unremoved: await removeOwn(comments, request.own) };
  if (stands && !isExtra && done.did === "updated" && extra !== void 0)
    return { ...done, unremoved: await removeAll(comments, [extra]) };
  return { did: "again", isCrowded: done.isCrowded };
}
function askedToWait(error) {
  const answer = limited.safeParse(error);
  if (!answer.success || !/rate limit|abuse/i.test(answer.data.message)) throw error;
  return { seconds: answer.data.response?.headers["retry-after"] ?? 60, error };
}
var limited = object({
  status: union([literal(403), literal(429)]),
  message: string(),
  response: object({ headers: object({ "retry-after": coerce_exports.number().optional() }) }).optional()
});
async function isTakenOver(comments, clock2, { legs, own }) {
  const until = clock2.now() + legs * turnLength + 2 * untilOthersWrote;
  while (clock2.now() < until) {
    await clock2.sleep(untilOthersWrote);
    const [first] = await comments.list();
    if (standsIn(first?.body ?? "", own)) return true;
  }
  return false;
}
async function removeOwn(comments, own) {
  const [, ...extra] = await comments.list();
  return await removeAll(
    comments,
    extra.filter(({ body }) => standsIn(body ?? "", own))
  );
}
async function put(comments, { key, legs }, own, found) {
  const [oldest] = found;
  const { isCrowded, sections, whose } = merged(found, own, legs);
  if (whose === "newer" && oldest) return { did: "left", url: oldest.html_url, isCrowded };
  const body = commentOf(key, sections);
  if (body.length > longestComment) throw new Error(`the comment has no room left for ${own.leg}.`);
  const done = oldest ? await comments.update(oldest, body) : await comments.create(body);
  return { ...done, isCrowded };
}
async function removeAll(comments, extra) {
  try {
    for (const comment of extra) await comments.remove(comment);
    return null;
  } catch (error) {
    return error;
  }
}

// src/github/comment/own-comments.ts
var commentsOf = (github, place, key, isShared) => ({
  list: () => findOwn(github, place, key),
  create: (body) => create(github, place, key, body, isShared ? once : { retries: 0 }),
  update: (comment, body) => update(github, place, comment, body, isShared ? once : {}),
  remove: async ({ id }) => {
    const where = { owner: place.owner, repo: place.repo, comment_id: id };
    await github.rest.issues.deleteComment(where).catch(unlessGone);
  }
});
var actionsBot = "github-actions[bot]";
var untilVisible = 2e3;
function unlessGone(error) {
  if (!(error instanceof Error && "status" in error && error.status === 404)) throw error;
}
async function findOwn(github, place, key) {
  const all = await github.paginate(github.rest.issues.listComments, {
    owner: place.owner,
    repo: place.repo,
    issue_number: place.number,
    per_page: 100
  });
  if (!all.every(isComment)) throw new Error("GitHub\u2019s answer is not a list of comments.");
  const marked = all.filter((c) => c.body?.trimStart().startsWith(marker(key)));
  const foreign = marked.some((c) => c.user?.login !== actionsBot);
  const viewer = foreign ? await viewerLogin(github) : actionsBot;
  return marked.filter((c) => c.user?.login === actionsBot || c.user?.login === viewer).sort((a, b) => a.id - b.id);
}
var isComment = (value) => typeof value === "object" && value !== null && "id" in value && "user" in value && "html_url" in value;
async function viewerLogin(github) {
  const { viewer } = await github.graphql("{ viewer { login } }");
  return viewer.login;
}
async function update(github, place, comment, body, request) {
  if (comment.body?.replaceAll("\r\n", "\n") === body) return { did: "left", url: comment.html_url };
  const where = { owner: place.owner, repo: place.repo, comment_id: comment.id };
  const { data } = await github.rest.issues.updateComment({ ...where, body, request });
  return { did: "updated", url: data.html_url };
}
async function create(github, place, key, body, request) {
  const where = { owner: place.owner, repo: place.repo, issue_number: place.number };
  const post = async () => {
    const { data } = await github.rest.issues.createComment({ ...where, body, request });
    if (!isComment(data)) throw Object.assign(new Error("GitHub\u2019s answer is not a comment."), { status: 502 });
    return { did: "created", url: data.html_url };
  };
  try {
    return await post();
  } catch (error) {
    if (!mayHaveWorked(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, untilVisible));
    const [made] = await findOwn(github, place, key);
    return made ? { did: "created", url: made.html_url } : await post();
  }
}
function mayHaveWorked(error) {
  return error instanceof Error && "status" in error && Number(error.status) >= 500;
}

// src/github/comment/comment.ts
var keepComment = (github, place, request, clock2 = clock) => keepSection(commentsOf(github, place, request.key, request.legs > 1), clock2, request);

// src/github/comment/try-comment.ts
async function tryComment(attempt) {
  const { job, pullRequest, token, voice, when } = attempt;
  const { by, index, key, leg, legs, title } = voice;
  const deadline = attempt.deadline + (legs > 1 ? 4 * legs * turnLength : 0);
  const place = { ...job.repository, number: pullRequest.number };
  const body = title === null ? attempt.body : `**\`${title.replaceAll("`", "'")}\`**

${attempt.body}`;
  try {
    const github = createGitHub(token, job.apiUrl, deadline);
    const keeping = keepComment(github, place, { key, own: { leg, by, body }, legs, index, when });
    const kept = await inTime(deadline - Date.now(), keeping);
    if (kept.did === "nothing") return { did: "commented", url: null, but: null, isCrowded: false };
    if (kept.did === "lost")
      return { did: "refused", why: "other legs of the matrix wrote over this one, twice." };
    const { isCrowded, unremoved, url } = kept;
    const but = unremoved === null ? null : refusal(unremoved, pullRequest.fromFork);
    return { did: "commented", url, but, isCrowded };
  } catch (error) {
    return { did: "refused", why: refusal(error, pullRequest.fromFork) };
  }
}
export {
  tryComment
};
