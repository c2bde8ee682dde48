import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { entriesWithin } from '../../../src/runtimes/jvm/locate/jar/archive.ts'
import { classPathOf } from '../../../src/runtimes/jvm/locate/jar/class-path.ts'
import { locator } from '../../../src/runtimes/jvm/locate/locate.ts'
import { jarOf } from './jar.ts'

const root = mkdtempSync(join(tmpdir(), 'located-'))
afterAll(() => rmSync(root, { recursive: true }))

function write(path: string, content: string | Buffer): string {
  const whole = join(root, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, content)
  return whole
}

const place = async (name: string, file = '') =>
  (await locator({ root, directory: root }))({ function: name, file, line: 3 })

it.each([
  ['src/main/java/com/acme/Cart.java', 'package com.acme;\nclass Cart { }', 'com.acme.Cart.add'],
  ['src/main/java/com/acme/Shop.java', 'package com.acme;\nclass Shop { }', 'com.acme.Shop$Bus.on'],
  ['src/main/kotlin/App.kt', 'package com.acme.web\nfun main() {}', 'com.acme.web.AppKt.main'],
  [
    'src/main/kotlin/Models.kt',
    'package com.acme.web\ndata class Order(val id: Int)',
    'com.acme.web.Order.copy',
  ],
  ['src/main/scala/Work.scala', 'package com.acme.work\nobject Work', 'com.acme.work.Work$.run'],
  ['Server.java', 'class Server { }', 'Server.waitForNothing'],
])('%s is the project’s', async (path, text, name) => {
  write(path, text)
  expect(await place(name)).toEqual({ origin: 'project', path })
})

it('a class that a proxy was made for is where its source is', async () => {
  write('src/main/java/com/acme/Bean.java', 'package com.acme;\nclass Bean { }')
  const path = 'src/main/java/com/acme/Bean.java'
  expect(await place('com.acme.Bean$$SpringCGLIB$$0.add', '<generated>')).toEqual({ origin: 'project', path })
  expect(await place('com.acme.Bean$$Lambda.run')).toEqual({ origin: 'project', path })
})

it('what Java brings is the runtime’s, and other packages that begin alike are not', async () => {
  expect(await place('java.util.HashMap.put', 'HashMap.java')).toEqual({
    origin: 'runtime',
    path: 'java/util/HashMap.java',
  })
  expect(await place('javax.net.ssl.SSLSocket.close')).toMatchObject({ origin: 'runtime' })
  expect(await place('byte[]')).toEqual({ origin: 'runtime' })
  expect(await place('javax.servlet.http.HttpServlet.service')).toEqual({
    origin: 'dependency',
    package: 'javax.servlet.http',
    version: null,
    path: null,
  })
})

it.each([
  [
    '/home/ann/.m2/repository/io/projectreactor/reactor-core/3.4.16/reactor-core-3.4.16.jar',
    'io.projectreactor:reactor-core',
    '3.4.16',
  ],
  [
    '/home/ann/.gradle/caches/modules-2/files-2.1/com.squareup.okhttp3/okhttp/3.14.9/ab12/okhttp-3.14.9.jar',
    'com.squareup.okhttp3:okhttp',
    '3.14.9',
  ],
])('%s is %s of its version', async (jar, name, version) => {
  expect(await place('a.b.Cache.put', `${jar}!/Cache.java`)).toEqual({
    origin: 'dependency',
    package: name,
    version,
    path: 'a/b/Cache.java',
  })
})

it.each([
  [
    'by what Maven wrote into it',
    { 'META-INF/maven/g/cart/pom.properties': 'groupId=com.acme\nartifactId=cart\nversion=1.2' },
    'com.acme:cart',
  ],
  [
    'by its bundle',
    { 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\r\nBundle-SymbolicName: org.acme.cart;singleton\r\n' },
    'org.acme:cart',
  ],
  ['by a line of the project', {}, 'net.acme:cart'],
])('a jar beside the program is known %s', async (_, files, name) => {
  write(
    'pom.xml',
    '<dependency>\n<groupId>net.acme</groupId>\n<artifactId>cart</artifactId>\n<version>1.2</version>\n</dependency>',
  )
  const jar = write('lib/cart-1.2.jar', jarOf(files))
  expect(await place('a.Cart.put', `${jar}!/Cart.java`)).toMatchObject({ package: name, version: '1.2' })
})

it('classes are found in the jars that a process has open, and in jars within them', async () => {
  const inner = jarOf({
    'a/b/Cache.class': '',
    'META-INF/maven/a/cache/pom.properties': 'groupId=a.b\nartifactId=cache\nversion=2.0',
  })
  const jar = write(
    'target/shop.jar',
    jarOf({ 'BOOT-INF/classes/com/acme/Cart.class': '', 'BOOT-INF/lib/cache-2.0.jar': inner }),
  )
  const classPath = classPathOf(process.pid)
  expect(classPath()('a.b.Cache')).toBeNull()
  const opened = openSync(jar, 'r')
  try {
    const jarOfClass = classPath()
    expect(jarOfClass('com.acme.Cart$Line[]')).toBe(jar)
    expect(jarOfClass('a.b.Cache')).toBe(`${jar}!/BOOT-INF/lib/cache-2.0.jar`)
    expect(jarOfClass('java.util.HashMap')).toBeNull()
  } finally {
    closeSync(opened)
  }
  expect(await place('a.b.Cache.put', `${classPath()('a.b.Cache')}!/Cache.java`)).toMatchObject({
    package: 'a.b:cache',
    version: '2.0',
  })
})

it('a jar that starts itself is read behind its script', async () => {
  const told = 'groupId=com.acme\nartifactId=shop\nversion=3.1'
  const packed = jarOf({ 'META-INF/maven/g/shop/pom.properties': told }, 6)
  const jar = write('bin/shop.jar', Buffer.concat([Buffer.from('#!/bin/sh\nexec java -jar "$0"\n'), packed]))
  expect(await place('a.Shop.put', `${jar}!/Shop.java`)).toMatchObject({
    package: 'com.acme:shop',
    version: '3.1',
  })
})

it('a file that would unpack to more than it says is cut there', () => {
  const bytes = jarOf({ 'a.txt': 'x'.repeat(1000), 'b.txt': 'b' }, 6)
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1))
    bytes.writeUInt32LE(1, at + 24)
  const [lying, honest] = entriesWithin(bytes)
  expect(lying?.read()?.length).toBe(1)
  expect(honest?.read()?.toString()).toBe('b')
})

it('a jar that is damaged holds nothing', async () => {
  const jar = write('lib/odd-1.0.jar', 'PK\x05\x06 and no more')
  expect(await place('a.Odd.put', `${jar}!/Odd.java`)).toMatchObject({ package: 'odd', version: '1.0' })
})
