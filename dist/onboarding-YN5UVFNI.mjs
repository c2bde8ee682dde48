import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);if(Number.parseInt(process.versions.node)<20){process.stderr.write(`leakdiff needs Node 20 or newer, and this is ${process.version}: install a newer one.\n`);process.exit(2)}
import {
  foldersAbove
} from "./chunk-42FT62VM.mjs";
import {
  closing,
  joined,
  withoutComments
} from "./chunk-FQHBGW23.mjs";
import "./chunk-MUV4FIWC.mjs";

// src/runtimes/jvm/init/builds.ts
import { posix as posix3 } from "node:path";

// src/runtimes/jvm/init/build-tools.ts
import { posix as posix2 } from "node:path";

// src/runtimes/jvm/init/modules.ts
import { posix } from "node:path";
function modulesAround({ folder, repository }, isOne) {
  const root = foldersAbove(folder).findLast(
    (at) => roots.some(
      (name) => isOne.test(name) && declared(repository.read(posix.join(at, name)) ?? "").length > 0
    )
  );
  if (root === void 0) return null;
  const inRoot = (name) => posix.join(root, name);
  const declaring = roots.filter((name) => isOne.test(name)).map((name) => repository.read(inRoot(name)) ?? "");
  const others = declaring.flatMap(declared).map(inRoot);
  return {
    up: posix.relative(folder, root),
    path: posix.relative(root, folder),
    files: repository.files.filter((file) => posix.dirname(file) === (root || ".")).map((f) => posix.basename(f)),
    shares: [...of.map(inRoot), ...others].filter(
      (path) => path !== folder && repository.files.some((file) => file === path || file.startsWith(`${path}/`))
    )
  };
}
var roots = ["pom.xml", "settings.gradle", "settings.gradle.kts"];
var of = [...roots, "build.gradle", "build.gradle.kts", "gradle.properties", "gradle", "buildSrc"];
function declared(text) {
  const maven3 = Array.from(text.matchAll(/<module>\s*([^<\s]+)\s*<\/module>/g), ([, path = ""]) => path);
  const gradle3 = Array.from(text.matchAll(/^\s*include\b\s*\(?([^\n)]+)/gm), ([, list = ""]) => list);
  const named = gradle3.flatMap(
    (list) => Array.from(list.matchAll(/['"]:?([^'"]+)['"]/g), ([, path = ""]) => path)
  );
  return [...maven3, ...named.map((path) => path.replaceAll(":", "/"))];
}

// src/runtimes/jvm/init/build-tools.ts
function mavenOf(tree, around) {
  const modules = modulesAround(around, /^pom\.xml$/);
  const module = modules === null ? "" : ` --file ${modules.up}/pom.xml --projects ${modules.path} --also-make`;
  const command = `${programOf(tree, modules, "mvnw", "mvn")} --batch-mode --quiet${module}`;
  return { command, modules, shares: modules?.shares ?? [] };
}
function gradleOf(tree, around) {
  const modules = modulesAround(around, /^settings\.gradle/);
  return {
    command: programOf(tree, modules, "gradlew", "gradle"),
    modules,
    shares: modules?.shares ?? []
  };
}
function scriptOf(tree, script, { folder, repository }) {
  const places = [folder, ...foldersAbove(folder)];
  const catalogue = places.map((at) => repository.read(posix2.join(at, "gradle/libs.versions.toml"))).find((text) => text !== null) ?? "";
  return (tree.read(script) ?? "").replace(
    /\balias\s*\(?\s*libs\.plugins\.([\w.]+)\s*\)?/g,
    (whole, alias) => {
      const key = alias.replaceAll(".", "[-_.]");
      const [, id, short] = new RegExp(`^\\s*${key}\\s*=\\s*(?:\\{.*\\bid\\s*=\\s*["']([^"']+)|["']([^:"']+):)`, "m").exec(
        catalogue
      ) ?? [];
      return id === void 0 && short === void 0 ? whole : `id("${id ?? short}")`;
    }
  );
}
function programOf(tree, modules, wrapper, installed) {
  const isThere = (modules?.files ?? tree.files).includes(wrapper);
  return isThere ? `${modules?.up ?? "."}/${wrapper}` : installed;
}
var manifestOf = (tree) => ["pom.xml", "build.gradle", "build.gradle.kts"].map((file) => tree.read(file) ?? "").join("\n");

// src/runtimes/jvm/init/frameworks.ts
var libraries = [
  [/\bmicronaut\b/, "Micronaut"],
  [/\bjavalin\b/, "Javalin"],
  [/\bktor\b/, "Ktor"],
  [/\bio\.helidon\b/, "Helidon"],
  [/\bio\.vertx\b/, "Vert.x"]
];
function frameworkIn(manifest) {
  if (/\bspring-boot-maven-plugin\b|org\.springframework\.boot['"]/.test(manifest))
    return {
      what: "Spring Boot server",
      archive: { maven: ofSpringBoot, gradle: { jar: "libs/*.jar", made: "bootJar" } }
    };
  if (/\bquarkus\b/.test(manifest)) {
    const jar = "quarkus-app/quarkus-run.jar";
    const archive = { maven: () => ({ jar, made: "" }), gradle: { jar, made: "assemble" } };
    return { what: "Quarkus server", archive };
  }
  const named = libraries.find(([pattern]) => pattern.test(manifest));
  return named === void 0 ? null : { what: `${named[1]} server`, archive: null };
}
function ofSpringBoot(pom) {
  const made = /\bspring-boot-starter-parent\b|<goal>repackage<\/goal>/.test(pom);
  const word = (tag) => new RegExp(`<${tag}>([\\w.-]+)</${tag}>`).exec(pom)?.[1];
  const [name = "*", classifier] = [word("finalName"), word("classifier")];
  const own = name === "*" ? "*[0-9A-Z].jar" : `${name}.jar`;
  return {
    jar: classifier === void 0 ? own : `${name}-${classifier}.jar`,
    made: made ? "" : "spring-boot:repackage"
  };
}

// src/runtimes/jvm/init/builds.ts
function buildsOf(tree, sources, around) {
  if (tree.files.includes("pom.xml")) return maven(tree, sources, around);
  const script = ["build.gradle.kts", "build.gradle"].find((file) => tree.files.includes(file));
  if (script !== void 0) return gradle(tree, script, around);
  return mains(sources).map(({ name, text }) => ({
    what: whatListens(text),
    program: name,
    setup: `javac -d out ${listed(sources)}`,
    start: `java -cp out ${name}`,
    shares: []
  }));
}
function maven(tree, sources, around) {
  const { command, shares } = mavenOf(tree, around);
  const pom = tree.read("pom.xml") ?? "";
  const packaged = `${command} -DskipTests package`;
  const framework = frameworkIn(pom);
  if (framework !== null && framework.archive !== null) {
    const { jar, made } = framework.archive.maven(pom);
    const setup = made === "" ? packaged : `${packaged} ${made}`;
    return [{ what: framework.what, program: "", setup, start: `java -jar target/${jar}`, shares }];
  }
  return mains(sources).map(({ name, text }) => ({
    what: framework?.what ?? whatListens(text),
    program: name,
    setup: `${packaged} dependency:copy-dependencies -DincludeScope=runtime`,
    start: `java -cp 'target/classes:target/dependency/*' ${name}`,
    shares
  }));
}
function gradle(tree, script, around) {
  const { command, modules, shares } = gradleOf(tree, around);
  const task = `${command} --quiet --no-daemon`;
  const text = scriptOf(tree, script, around);
  const framework = frameworkIn(text);
  if (framework !== null && framework.archive !== null) {
    const { jar, made } = framework.archive.gradle;
    const { what: what2 } = framework;
    return [{ what: what2, program: "", setup: `${task} ${made}`, start: `java -jar build/${jar}`, shares }];
  }
  const name = modules === null ? rootName(tree, script) : posix3.basename(modules.path);
  if (name === void 0 || !/\bapplication\b/.test(text)) return [];
  const start = `build/install/${name}/bin/${name}`;
  const what = framework?.what ?? "Java server";
  return [{ what, program: "", setup: `${task} installDist`, start, shares }];
}
function rootName(tree, script) {
  const settings = tree.read(`settings.${script.replace(/^build\./, "")}`) ?? "";
  return /rootProject\.name\s*=\s*['"]([^'"]+)['"]/.exec(settings)?.[1];
}
var listens = /\bHttpServer\b|\bServerSocket\b|\bJavalin\b|\bUndertow\b|\bServer\s*\(|\bRouter\b|\bVertx\b|\brun\(/;
function mains(sources) {
  const found = sources.flatMap(({ file, text }) => {
    const java = /\bpublic\s+static\s+void\s+main\s*\(|\bstatic\s+public\s+void\s+main\s*\(/.test(text);
    const kotlin = file.endsWith(".kt") && /^fun\s+main\s*\(/m.test(text);
    if (!java && !kotlin) return [];
    const folder = /^\s*package\s+([\w.]+)/m.exec(text)?.[1];
    const base = file.replace(/^.*\//, "").replace(/\.\w+$/, "");
    const type = kotlin ? `${base[0]?.toUpperCase()}${base.slice(1)}Kt` : base;
    return [{ name: folder === void 0 ? type : `${folder}.${type}`, text }];
  });
  return found.toSorted((a, b) => Number(listens.test(b.text)) - Number(listens.test(a.text)));
}
var whatListens = (text) => /\bcom\.sun\.net\.httpserver\b/.test(text) ? "Java HttpServer" : "Java program";
function listed(sources) {
  const java = sources.filter(({ file }) => file.endsWith(".java")).map(({ file }) => file);
  return java.length <= 5 ? java.join(" ") : '$(find . -name "*.java" -not -path "*/test/*")';
}

// src/runtimes/jvm/init/ports.ts
function portWays(tree, sources) {
  const imported = sources.flatMap(({ text }) => text.match(/^\s*import\b.*$/gm) ?? []);
  const manifest = [manifestOf(tree), ...imported].join("\n");
  const variable = (name) => ({ kind: "variable", text: `${name}=$PORT`, instead: null });
  const read = sources.flatMap(
    ({ text }) => Array.from(text.matchAll(/\bgetenv\(\s*"(\w*PORT\w*)"/g), ([, name = ""]) => name)
  );
  return [
    .../org\.springframework\.boot/.test(manifest) ? [variable("SERVER_PORT")] : [],
    .../quarkus/.test(manifest) ? [variable("QUARKUS_HTTP_PORT")] : [],
    .../micronaut/.test(manifest) ? [variable("MICRONAUT_SERVER_PORT")] : [],
    ...[...new Set(read)].filter((name) => name !== "PORT").map(variable)
  ];
}

// src/runtimes/jvm/init/routes.ts
var contexts = /\.createContext\(\s*"([^"\n]+)"/g;
var calls = /(?:\.|\b)(get|post|put|patch|delete|GET|POST|PUT|PATCH|DELETE)\(\s*"(\/[^"\n]*)"/g;
var annotated = /@(Get|Post|Put|Patch|Delete)(?:Mapping)?(?:\(\s*(?:(?:value|path|uri)\s*=\s*)?[{[]?\s*(?:"([^"\n]*)")?[^)]*\))?/g;
var mapped = /@RequestMapping\(([^)]*)\)/g;
var annotations = /(?:@\w+(?:\([^)]*\))?\s+)+/g;
function routesIn(tree, sources) {
  const context = contextPath(tree);
  const applied = applicationPath(sources);
  return sources.flatMap(({ text }) => {
    const prefix = prefixOf(text);
    const within = blocksIn(text);
    const under = (method, path) => ({
      method: method.toUpperCase(),
      path: joined(prefix, path)
    });
    return [
      ...Array.from(text.matchAll(contexts), ([, path = ""]) => ({
        method: "GET",
        path: joined("", path)
      })),
      ...Array.from(text.matchAll(calls), ({ index, 1: verb = "", 2: path = "" }) => ({
        method: verb.toUpperCase(),
        path: joined(within(index), path)
      })),
      ...Array.from(text.matchAll(annotated), ([, verb = "", path = ""]) => under(verb, path)),
      ...resources(text, (method, path) => ({
        ...under(method, path),
        path: joined(applied, under(method, path).path)
      })),
      ...mappings(text, under)
    ];
  }).map(({ method, path }) => ({ method, path: joined(context, path) }));
}
function prefixOf(text) {
  const head = text.slice(0, Math.max(0, text.search(/\b(?:class|interface)\s+\w+/)));
  return /@(?:RequestMapping|Controller|Path)\(\s*(?:(?:value|path)\s*=\s*)?[{[]?\s*"([^"\n]*)"/.exec(head)?.[1] ?? "";
}
function blocksIn(text) {
  const blocks = Array.from(
    text.matchAll(/(?:\.|\b)(?:route|path)\(\s*"([^"\n]*)"\s*(?:(\)\s*\{)|,)/g),
    ({ 0: whole, 1: prefix = "", 2: isBlock, index }) => {
      const from = isBlock === void 0 ? text.indexOf("(", index) : index + whole.length - 1;
      return { from, to: closing(text, from), prefix };
    }
  );
  return (at) => blocks.filter(({ from, to }) => from < at && at < to).map(({ prefix }) => prefix).reduce(joined, "");
}
var applicationPath = (sources) => sources.flatMap(({ text }) => /@ApplicationPath\(\s*"([^"\n]*)"/.exec(text)?.[1] ?? [])[0] ?? "";
function contextPath(tree) {
  const read = (pattern) => tree.files.filter((file) => pattern.test(file)).map((file) => tree.read(file) ?? "");
  const lines = read(/src\/main\/resources\/application\.properties$/).map(
    (text) => /^(?:server\.servlet\.context-path|spring\.webflux\.base-path|quarkus\.http\.root-path|micronaut\.server\.context-path)\s*[=:]\s*(\S+)/m.exec(
      text
    )?.[1]
  );
  const blocks = read(/src\/main\/resources\/application\.ya?ml$/).map(
    (text) => /^\s+(?:context-path|root-path):\s*["']?(\/[\w\-./]*)/m.exec(text)?.[1]
  );
  return [...lines, ...blocks].find((path) => path?.startsWith("/") === true && !path.includes("${")) ?? "";
}
function resources(text, under) {
  return Array.from(text.matchAll(annotations), ([block]) => block).flatMap((block) => {
    const verb = /@(GET|POST|PUT|PATCH|DELETE)\b/.exec(block)?.[1];
    return verb === void 0 ? [] : [under(verb, /@Path\(\s*"([^"\n]*)"/.exec(block)?.[1] ?? "")];
  });
}
function mappings(text, under) {
  const body = text.slice(Math.max(0, text.search(/\b(?:class|interface)\s+\w+/)));
  return Array.from(
    body.matchAll(mapped),
    ([, inside = ""]) => under(/RequestMethod\.(\w+)/.exec(inside)?.[1] ?? "GET", /"([^"\n]*)"/.exec(inside)?.[1] ?? "")
  );
}

// src/runtimes/jvm/init/suites.ts
function suiteOf(tree, around) {
  const tests = tree.files.filter(
    (file) => /(?:^|\/)src\/\w*[tT]est\/.*\.(?:java|kt|groovy|scala)$/.test(file)
  );
  const found = tests.filter((file) => isSuite(tree.read(file) ?? ""));
  const [first] = found;
  const build = buildOf(tree, around);
  if (first === void 0 || build === null) return null;
  const more = found.length > 1 ? ` and ${found.length - 1} more` : "";
  return {
    kind: "tests",
    ...build,
    seen: [`tests in ${first}${more}, run by \`${build.test}\``],
    warnings: [
      ...warningsOf(
        found.map((file) => tree.read(file) ?? ""),
        manifestOf(tree)
      ),
      ...withinMaven.test(manifestOf(tree)) ? [ofMaven] : []
    ]
  };
}
var withinMaven = /<forkCount>\s*0\s*<\/forkCount>|<forkMode>\s*never\s*<\/forkMode>/;
var ofMaven = "Surefire\u2019s forkCount 0 has tests run within Maven\u2019s own JVM, where they cannot be repeated: take it out of pom.xml, or set it to 1.";
function warningsOf(tests, manifest) {
  if (tests.every((text) => /\borg\.testng\b/.test(text)))
    return /\btestng-engine\b/.test(manifest) ? [] : ["Tests of TestNG cannot be repeated: those of JUnit 5 can, and of JUnit 4 by its vintage engine."];
  const isOld = tests.every((text) => !/\bjupiter\b|\bkotlin\.test\b|\borg\.testng\b/.test(text));
  return isOld && !/vintage/.test(manifest) ? ["Tests of JUnit 4 are repeated by JUnit 5\u2019s vintage engine: add it to the tests."] : [];
}
var isSuite = (text) => /\borg\.junit\b|\bkotlin\.test\b|\borg\.testng\b/.test(text) && /@(?:\w*Test|TestFactory|RepeatedTest)\b/.test(text);
function buildOf(tree, around) {
  if (tree.files.includes("pom.xml")) return maven2(tree, around);
  return tree.files.some((file) => /^build\.gradle(?:\.kts)?$/.test(file)) ? gradle2(tree, around) : null;
}
function maven2(tree, around) {
  const { command, shares } = mavenOf(tree, around);
  return { setup: `${command} test-compile`, test: `${command} test`, shares };
}
function gradle2(tree, around) {
  const { command, shares } = gradleOf(tree, around);
  return { setup: `${command} --quiet --no-daemon testClasses`, test: `${command} test`, shares };
}

// src/runtimes/jvm/init/recognise.ts
function recognise(tree, around) {
  const sources = tree.files.filter((file) => /\.(?:java|kt)$/.test(file) && !/(?:^|\/)src\/test\//.test(file)).map((file) => ({ file, text: withoutComments(tree.read(file) ?? "") }));
  const servers = buildsOf(tree, sources, around).map((build) => serverOf(tree, sources, build));
  const suite = suiteOf(tree, around);
  return suite === null ? servers : [...servers, suite];
}
function serverOf(tree, sources, build) {
  return {
    kind: "server",
    setup: build.setup,
    shares: build.shares,
    program: build.program,
    start: build.start,
    subcommands: [],
    ports: portWays(tree, sources),
    exchanges: [],
    routes: routesIn(tree, sources),
    seen: [`${build.what}, started by \`${build.start}\``],
    warnings: []
  };
}

// src/runtimes/jvm/init/onboarding.ts
var setupJava = "actions/setup-java@b6effb05e454b25005698d916606bdc6ffcbf961 # v5.7.0";
var onboarding = {
  manifests: ["pom.xml", "build.gradle", "build.gradle.kts"],
  standalone: ["Main.java", "App.java", "Server.java"],
  foreign: ["target", "build", "out"],
  packages: /^(?:[^/]+\/)*?(?:src\/(?:\w+\/(?:java|kotlin|scala|groovy)\/)?|(?=(?:com|org|net|io|dev)\/))(?=.*\.(?:java|kt|scala|groovy)$)/,
  looksFor: {
    server: "a server of Spring Boot, Quarkus, Micronaut, Javalin, Ktor or a `main` that listens",
    tests: "tests of JUnit"
  },
  recognise,
  workflowSteps
};
function workflowSteps(tree, projects) {
  const texts = projects.flatMap(
    ({ folder }) => ["pom.xml", "build.gradle", "build.gradle.kts"].map(
      (name) => tree.read(folder === "" ? name : `${folder}/${name}`)
    )
  );
  const version = texts.map((text) => versionIn(text ?? "")).find((one) => one !== null) ?? null;
  return [
    `- uses: ${setupJava}`,
    "  with:",
    "    distribution: temurin",
    version === null ? "    java-version: '21' # the project names none" : `    java-version: '${version}' # the version that the project is built for`
  ];
}
var declared2 = [
  /<(?:java\.version|maven\.compiler\.(?:release|source|target)|release)>\s*(\d+)\s*</,
  /\bJavaLanguageVersion\.of\(\s*(\d+)\s*\)/,
  /\b(?:sourceCompatibility|jvmToolchain)\s*[=(]?\s*(?:JavaVersion\.VERSION_)?['"]?(\d+)/
];
var oldest = 17;
function versionIn(text) {
  const found = declared2.map((pattern) => pattern.exec(text)?.[1]).find((one) => one !== void 0);
  return found === void 0 ? null : String(Math.max(oldest, Number(found)));
}
export {
  onboarding
};
