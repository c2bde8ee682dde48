import { expect, it } from 'vitest'
import { tools } from '../../../src/runtimes/jvm/tools.ts'

const maven =
  '-classpath /usr/share/maven/boot/plexus-classworlds-2.x.jar -Dclassworlds.conf=/usr/share/maven/bin/m2.conf org.codehaus.plexus.classworlds.launcher.Launcher'

function wraps(line: string): boolean {
  const [program = '', ...words] = line.split(' ')
  return tools.wraps(
    program,
    words.find((word) => !word.startsWith('-')),
    words,
  )
}

it.each([
  'mvn spring-boot:run',
  `java ${maven} spring-boot:run`,
  `java ${maven} --batch-mode --quiet test`,
  `java ${maven} compile exec:exec`,
  `java ${maven} quarkus:dev`,
  'java -Xmx64m -cp /p/gradle/wrapper/gradle-wrapper.jar org.gradle.wrapper.GradleWrapperMain run',
  'java -cp /root/.gradle/lib/gradle-launcher-4.4.1.jar org.gradle.launcher.daemon.bootstrap.GradleDaemon 4.4.1',
  'java -cp /opt/gradle/lib/gradle-daemon-main-9.2.0.jar org.gradle.launcher.daemon.bootstrap.GradleDaemon 9.2.0',
])('%s starts other programs', (line) => {
  expect(wraps(line)).toBe(true)
})

const worker = [
  '-cp',
  '/root/.gradle/caches/9.2.0/workerMain/gradle-worker.jar',
  'worker.org.gradle.process.internal.worker.GradleWorkerMain',
]
it.each([
  ["'Gradle Worker Daemon 1'", true],
  ["'Gradle Compiler Daemon 2'", true],
  ["'Gradle Test Executor 1'", false],
])('of what Gradle starts by its worker, %s: %s', (name, expected) => {
  expect(tools.wraps('java', worker[1], [...worker, name])).toBe(expected)
})

it.each([
  `java ${maven} exec:java -Dexec.mainClass=com.acme.App`,
  `java ${maven} compile org.codehaus.mojo:exec-maven-plugin:3.5.0:java`,
  `java ${maven} exec:java@server`,
  `java ${maven} jetty:run`,
  `java ${maven} org.eclipse.jetty.ee10:jetty-ee10-maven-plugin:12.0.1:run-war`,
  `java ${maven} spring-boot:run -Dspring-boot.run.fork=false`,
  'java -jar target/demo.jar',
  'java -cp target/classes:/p/gradle-wrapper.jar com.acme.App',
])('%s is the program', (line) => {
  expect(wraps(line)).toBe(false)
})
