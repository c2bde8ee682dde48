/** An archive that holds all of a program. */
interface Archive {
  /** Below the folder of what was built, as a shell finds it. */
  readonly jar: string
  /** The task that makes it; of Maven what has to come behind `package`, '' where nothing has. */
  readonly made: string
}

export interface Framework {
  readonly what: string
  /** null: there is none. */
  readonly archive: { readonly maven: (pom: string) => Archive; readonly gradle: Archive } | null
}

/** Those that leave the archive to the project. */
const libraries: readonly (readonly [RegExp, string])[] = [
  [/\bmicronaut\b/, 'Micronaut'],
  [/\bjavalin\b/, 'Javalin'],
  [/\bktor\b/, 'Ktor'],
  [/\bio\.helidon\b/, 'Helidon'],
  [/\bio\.vertx\b/, 'Vert.x'],
]

/** What a program is written with, by the manifest of its build. */
export function frameworkIn(manifest: string): Framework | null {
  if (/\bspring-boot-maven-plugin\b|org\.springframework\.boot['"]/.test(manifest))
    return {
      what: 'Spring Boot server',
      archive: { maven: ofSpringBoot, gradle: { jar: 'libs/*.jar', made: 'bootJar' } },
    }
  if (/\bquarkus\b/.test(manifest)) {
    const jar = 'quarkus-app/quarkus-run.jar'
    const archive = { maven: () => ({ jar, made: '' }), gradle: { jar, made: 'assemble' } }
    return { what: 'Quarkus server', archive }
  }
  const named = libraries.find(([pattern]) => pattern.test(manifest))
  return named === undefined ? null : { what: `${named[1]} server`, archive: null }
}

/** Its parent has the archive made with each build; who only imports its versions has to ask for it. */
function ofSpringBoot(pom: string): Archive {
  const made = /\bspring-boot-starter-parent\b|<goal>repackage<\/goal>/.test(pom)
  const word = (tag: string) => new RegExp(`<${tag}>([\\w.-]+)</${tag}>`).exec(pom)?.[1]
  const [name = '*', classifier] = [word('finalName'), word('classifier')]
  const own = name === '*' ? '*[0-9A-Z].jar' : `${name}.jar`
  return {
    jar: classifier === undefined ? own : `${name}-${classifier}.jar`,
    made: made ? '' : 'spring-boot:repackage',
  }
}
