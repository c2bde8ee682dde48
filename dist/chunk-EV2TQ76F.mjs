import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}

// src/github/comment/refusal.ts
function refusal(error, fromFork) {
  const status = error instanceof Error && "status" in error ? Number(error.status) : null;
  const message = error instanceof Error ? error.message : String(error);
  if (/Resource not accessible/i.test(message)) return fromFork ? noPermissionInFork : noPermission;
  if (/\blocked\b/i.test(message)) return "the conversation of the pull request is locked.";
  if (/rate limit|abuse/i.test(message) || status === 429)
    return `GitHub limits requests for now and asks for a longer wait than leakdiff allows itself: ${message}`;
  if (status === 401)
    return "GitHub does not accept the token: give the input `token` one that is valid, or leave it out.";
  if (status === 404 || status === 410)
    return `the pull request is not there, or the token may not see it: add \`pull-requests: write\` to the job's \`permissions\` (GitHub answered ${status}).`;
  if (status !== null && status >= 500)
    return `GitHub did not answer, or answered with an error of its own (${message}). Run the job again.`;
  return message;
}
var noPermission = "the token lacks the permission `pull-requests: write`. Add it to the job's `permissions`: `permissions: { contents: read, pull-requests: write }`.";
var noPermissionInFork = "the pull request comes from a fork, whose token never gets the permission `pull-requests: write`. The check and the job summary have the whole result.";

export {
  refusal
};
