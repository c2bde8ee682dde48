#!/usr/bin/env bash
# Tags the checked-out commit with the version in package.json, releases it with the NOTES file, and moves v1 to it.
# scripts/ci/release.sh NOTES   (gh, with GH_TOKEN and GITHUB_REPOSITORY)
set -euo pipefail
cd "$(dirname "$0")/../.."
notes=$1
version=$(node -p 'require("./package.json").version')
commit=$(git rev-parse HEAD)
case $version in
  1.*) ;;
  *) echo "v1 moves along releases 1.x, and package.json says $version." >&2 && exit 1 ;;
esac
if gh api "repos/$GITHUB_REPOSITORY/git/ref/tags/v$version" --silent 2>/dev/null; then
  echo "v$version is released already: raise the version in package.json." >&2
  exit 1
fi
gh api "repos/$GITHUB_REPOSITORY/git/refs" --silent -f ref="refs/tags/v$version" -f sha="$commit"
gh release create "v$version" --verify-tag --title "v$version" --notes-file "$notes"
# Last: whoever uses v1 gets only what is released as a whole.
gh api -X PATCH "repos/$GITHUB_REPOSITORY/git/refs/tags/v1" --silent -f sha="$commit" -F force=true ||
  gh api "repos/$GITHUB_REPOSITORY/git/refs" --silent -f ref=refs/tags/v1 -f sha="$commit"
