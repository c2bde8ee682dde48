import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  refusal
} from "./chunk-FT7SHAFI.mjs";
import {
  commentOf,
  inert,
  longestComment,
  sectionsOf
} from "./chunk-LIX2NSLL.mjs";
import {
  within
} from "./chunk-GFDL2MRJ.mjs";
import {
  createGitHub
} from "./chunk-M6ODLZFU.mjs";
import "./chunk-Q7A5SSN6.mjs";
import {
  marker
} from "./chunk-P63LPAWB.mjs";
import "./chunk-ZRD7CAPS.mjs";
import "./chunk-WGMDFKAV.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/comment/own-comments.ts
var actionsBot = "github-actions[bot]";
var untilVisible = 2e3;
async function removeAll(github, { owner, repo }, comments) {
  try {
    for (const { id } of comments)
      await github.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(unlessGone);
    return null;
  } catch (error) {
    return error;
  }
}
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
  if (!all.every(isComment)) throw new Error("GitHub answered with something that is no list of comments.");
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
async function update(github, place, comment, body) {
  if (comment.body?.replaceAll("\r\n", "\n") === body) return { did: "left", url: comment.html_url };
  const where = { owner: place.owner, repo: place.repo, comment_id: comment.id };
  const { data } = await github.rest.issues.updateComment({ ...where, body });
  return { did: "updated", url: data.html_url };
}
async function create(github, place, key, body) {
  const where = { owner: place.owner, repo: place.repo, issue_number: place.number };
  const post = async () => {
    const { data } = await github.rest.issues.createComment({ ...where, body, request: { retries: 0 } });
    if (!isComment(data)) throw Object.assign(new Error("GitHub answered with no comment."), { status: 502 });
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

// src/github/comment/keep-section.ts
var untilOthersWrote = 3e3;
var mostWrites = 16;
async function keepSection(github, place, request) {
  const { key, section, when } = request;
  const { leg, run } = section;
  const own = { leg, run, body: inert(`**\`${leg}\`**

${request.body}`) };
  let put = null;
  for (let writes = 0; writes < mostWrites; writes++) {
    const found = await findOwn(github, place, key);
    const [oldest, ...extra] = found;
    if (!oldest && when === "standing") return { did: "nothing" };
    const standing = sectionsOf(oldest?.body ?? "");
    if (oldest && extra.length === 0 && standing.some((s) => stands(s, own)))
      return { ...put ?? { did: "left", url: oldest.html_url }, unremoved: null };
    const body = commentOf(key, merged(found, own, section.legs));
    if (body.length > longestComment) throw new Error(`the comment has no room left for ${own.leg}.`);
    const done = oldest ? await update(github, place, oldest, body) : await create(github, place, key, body);
    put ??= done;
    const unremoved = await removeAll(github, place, extra);
    if (unremoved !== null) return { ...put, unremoved };
    await (section.pause ?? timer)(untilOthersWrote * (1 + writes * Math.random()));
  }
  throw new Error("other legs of the matrix kept writing over this one.");
}
var stands = (section, own) => section.leg === own.leg && (section.run > own.run || section.run === own.run && section.body === own.body);
function merged(comments, own, legs) {
  const newest = /* @__PURE__ */ new Map();
  for (const section of comments.flatMap((comment) => sectionsOf(comment.body ?? ""))) {
    const known = newest.get(section.leg);
    if (!known || section.run > known.run) newest.set(section.leg, section);
  }
  newest.set(own.leg, own);
  const sections = [...newest.values()];
  const current = sections.filter(({ run }) => run >= own.run);
  return current.length >= legs ? current : sections;
}
var timer = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// src/github/comment/comment.ts
async function keepComment(github, place, request) {
  const { key, section, when } = request;
  if (section !== null) return await keepSection(github, place, { ...request, section });
  const body = `${marker(key)}
${request.body}`;
  const [standing, ...extra] = await findOwn(github, place, key);
  if (!standing && when === "standing") return { did: "nothing" };
  const put = standing ? await update(github, place, standing, body) : await create(github, place, key, body);
  return { ...put, unremoved: await removeAll(github, place, extra) };
}

// src/github/comment/try-comment.ts
async function tryComment(attempt) {
  const { deadline, job, pullRequest, token } = attempt;
  const place = { ...job.repository, number: pullRequest.number };
  try {
    const github = createGitHub(token, job.apiUrl, deadline);
    const outcome = await within(deadline - Date.now(), keepComment(github, place, attempt));
    if (outcome.did === "nothing") return { did: "commented", url: null, but: null };
    const { unremoved, url } = outcome;
    const but = unremoved === null ? null : refusal(unremoved, pullRequest.fromFork);
    return { did: "commented", url, but };
  } catch (error) {
    return { did: "refused", why: refusal(error, pullRequest.fromFork) };
  }
}
export {
  tryComment
};
