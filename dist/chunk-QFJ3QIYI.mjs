import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  askGit
} from "./chunk-HJVQHNAO.mjs";
import {
  committedIn,
  textsOf,
  withShown
} from "./chunk-TWVSIB4K.mjs";
import {
  defaultFiles,
  textSource
} from "./chunk-LTN4BDOO.mjs";
import {
  knowPublic
} from "./chunk-3D67X6WZ.mjs";
import {
  ConfigError
} from "./chunk-EEIPMXOZ.mjs";

// src/checkout/git/read-file.ts
async function fileAt(repository, sha, path) {
  return await askGit(repository, ["show", `${sha}:${path}`], [128]);
}

// src/pipeline/committed.ts
async function committedFile(repository, sha, file) {
  const paths = (file === void 0 ? defaultFiles : [file]).filter((path) => !/^\/|^\.\./.test(path));
  const found = await Promise.all(
    paths.map(async (path) => {
      const text = await fileAt(repository, sha, path.replace(/^\.\//, ""));
      return text === null ? [] : await committedText(text);
    })
  );
  return found.flat();
}
async function committedText(text) {
  try {
    return committedIn((await textSource(text, "configuration")).value);
  } catch (error) {
    if (error instanceof ConfigError) return [];
    throw error;
  }
}
async function shownAt(sha, request) {
  const { committed = [], config, configFile, repository } = request;
  const isCommit = /^[0-9a-f]{40,64}$/.test(sha);
  const inFile = isCommit ? await committedFile(repository, sha, configFile) : [];
  const shown = withShown(config, [...committed, ...inFile]);
  for (const workload of shown.workloads) {
    const given = textsOf(workload);
    const same = Object.entries(workload.shown ?? {}).filter(([key, text]) => given[key] === text);
    knowPublic(...same.map(([, text]) => text));
  }
  return shown;
}

export {
  fileAt,
  committedFile,
  committedText,
  shownAt
};
