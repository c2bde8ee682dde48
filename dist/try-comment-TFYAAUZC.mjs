import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  createGitHub,
  patience,
  refusal
} from "./chunk-2RDVGL6E.mjs";
import "./chunk-KZKVMRVO.mjs";
import {
  within
} from "./chunk-PU4LZLG4.mjs";
import {
  marker
} from "./chunk-RXKMRQ6R.mjs";
import "./chunk-WE6XOSAV.mjs";
import "./chunk-DWPMDLRA.mjs";

// src/github/comment.ts
var actionsBot = "github-actions[bot]";
var untilVisible = 2e3;
async function keepComment(github, place, request) {
  const body = `${marker(request.key)}
${request.body}`;
  const [standing, ...extra] = await findOwn(github, place, request.key);
  if (!standing && request.when === "standing") return { did: "nothing" };
  const outcome = standing ? await update(github, place, standing, body) : await create(github, place, request.key, body);
  for (const { id } of extra) {
    await github.rest.issues.deleteComment({ owner: place.owner, repo: place.repo, comment_id: id });
  }
  return outcome;
}
async function findOwn(github, place, key) {
  const all = await github.paginate(github.rest.issues.listComments, {
    owner: place.owner,
    repo: place.repo,
    issue_number: place.number,
    per_page: 100
  });
  const marked = all.filter((c) => c.body?.trimStart().startsWith(marker(key)));
  const foreign = marked.some((c) => c.user?.login !== actionsBot);
  const viewer = foreign ? await viewerLogin(github) : actionsBot;
  return marked.filter((c) => c.user?.login === actionsBot || c.user?.login === viewer).sort((a, b) => a.id - b.id);
}
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

// src/github/try-comment.ts
async function tryComment(attempt) {
  const { job, pullRequest, token } = attempt;
  const place = { ...job.repository, number: pullRequest.number };
  try {
    const outcome = await within(patience, keepComment(createGitHub(token, job.apiUrl), place, attempt));
    return { did: "commented", url: outcome.did === "nothing" ? null : outcome.url };
  } catch (error) {
    return { did: "refused", why: refusal(error, pullRequest.fromFork) };
  }
}
export {
  tryComment
};
