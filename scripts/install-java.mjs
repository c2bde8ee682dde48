// Installs a JDK and Maven from Debian's packages,
// where there is none and CI says that the machine is its own: what is measured of the JVM is built with
// them. Elsewhere they are asked for, by their names.
import { execFileSync } from 'node:child_process'

const isThere = (program) => {
  try {
    execFileSync('bash', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

if (!(isThere('javac') && isThere('mvn'))) {
  if (process.env.CI !== 'true')
    throw new Error('There is no `javac` or `mvn`: install a JDK, 17 or later, and Maven.')
  const apt = (...words) => execFileSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'] })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'default-jdk-headless', 'maven')
}
