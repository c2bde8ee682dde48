import type { Onboarding, Project, Tree } from '../../onboarding/onboarding.ts'
import { recognise } from './recognise.ts'

// Tags can be moved, commits cannot; the version is for people and for the bots that raise both.
const setupJava = 'actions/setup-java@b6effb05e454b25005698d916606bdc6ffcbf961 # v5.7.0'

/** What `leakdiff init` knows of Java. */
export const onboarding: Onboarding = {
  manifests: ['pom.xml', 'build.gradle', 'build.gradle.kts'],
  standalone: ['Main.java', 'App.java', 'Server.java'],
  foreign: ['target', 'build', 'out'],
  packages:
    /^(?:[^/]+\/)*?(?:src\/(?:\w+\/(?:java|kotlin|scala|groovy)\/)?|(?=(?:com|org|net|io|dev)\/))(?=.*\.(?:java|kt|scala|groovy)$)/,
  looksFor: {
    server: 'a server of Spring Boot, Quarkus, Micronaut, Javalin, Ktor or a `main` that listens',
    tests: 'tests of JUnit',
  },
  recognise,
  workflowSteps,
}

function workflowSteps(tree: Tree, projects: readonly Project[]): readonly string[] {
  const texts = projects.flatMap(({ folder }) =>
    ['pom.xml', 'build.gradle', 'build.gradle.kts'].map((name) =>
      tree.read(folder === '' ? name : `${folder}/${name}`),
    ),
  )
  const version = texts.map((text) => versionIn(text ?? '')).find((one) => one !== null) ?? null
  return [
    `- uses: ${setupJava}`,
    '  with:',
    '    distribution: temurin',
    version === null
      ? "    java-version: '21' # the project names none"
      : `    java-version: '${version}' # the version that the project is built for`,
  ]
}

const declared = [
  /<(?:java\.version|maven\.compiler\.(?:release|source|target)|release)>\s*(\d+)\s*</,
  /\bJavaLanguageVersion\.of\(\s*(\d+)\s*\)/,
  /\b(?:sourceCompatibility|jvmToolchain)\s*[=(]?\s*(?:JavaVersion\.VERSION_)?['"]?(\d+)/,
]

/** What is older than this cannot be measured, and runs on it. */
const oldest = 17

function versionIn(text: string): string | null {
  const found = declared.map((pattern) => pattern.exec(text)?.[1]).find((one) => one !== undefined)
  return found === undefined ? null : String(Math.max(oldest, Number(found)))
}
