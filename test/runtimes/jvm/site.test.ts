import { expect, it } from 'vitest'
import { readable, site } from '../../../src/runtimes/jvm/locate/site.ts'

it.each([
  ['com.acme.Cart.add', 'com.acme.Cart.add'],
  ['com.acme.Shop$Bus.on', 'com.acme.Shop$Bus.on'],
  ['com.acme.Cart.<init>', 'com.acme.Cart.<init>'],
  ['com.acme.App.lambda$main$0', 'com.acme.App.main$lambda'],
  ['com.acme.App.lambda$static$12', 'com.acme.App.static$lambda'],
  ['com.acme.App$$Lambda$84/0x00007fd8f1008810.run', 'com.acme.App$$Lambda.run'],
  ['com.acme.App$$Lambda.0x00007fd8f1008810.run', 'com.acme.App$$Lambda.run'],
  ['com.acme.App$1.run', 'com.acme.App$*.run'],
  ['com.acme.AppKt.main$lambda$2$lambda$1', 'com.acme.AppKt.main$lambda'],
  ['com.acme.AppKt$main$1.invokeSuspend', 'com.acme.AppKt$main$*.invokeSuspend'],
  ['com.acme.App$.$anonfun$main$3$adapted', 'com.acme.App$.main$lambda'],
  ['com.acme.App$.$anonfun$main$3', 'com.acme.App$.main$lambda'],
  ['com.acme.Cart$$SpringCGLIB$$0.add', 'com.acme.Cart.add'],
  ['com.acme.Cart$$SpringCGLIB$$0.CGLIB$add$4', 'com.acme.Cart.add'],
  ['com.acme.Cart.access$000', 'com.acme.Cart.access$*'],
  ['jdk.proxy2.$Proxy17.add', '$Proxy.add'],
  [
    'jdk.internal.reflect.GeneratedMethodAccessor42.invoke',
    'jdk.internal.reflect.GeneratedMethodAccessor.invoke',
  ],
  ['Server.waitForNothing', 'Server.waitForNothing'],
  ['java.util.HashMap$Node', 'java.util.HashMap$Node'],
  ['com.acme.App$$Lambda', 'com.acme.App$$Lambda'],
  ['byte[]', 'byte[]'],
  ['Session', 'Session'],
])('%s is %s in every build', (name, plain) => {
  expect(site({ function: name, file: 'App.java', line: 3 })).toBe(plain)
})

it('people read a lambda as the method in which it is written, and all else as the JVM says it', () => {
  expect(readable('com.acme.App.lambda$main$0')).toBe('com.acme.App.main$lambda')
  expect(readable('com.acme.AppKt.main$lambda$2')).toBe('com.acme.AppKt.main$lambda')
  expect(readable('com.acme.AppKt$module$1$1.invokeSuspend')).toBe('com.acme.AppKt.module$lambda')
  expect(readable('com.acme.Shop$Bus$hear$1.invoke')).toBe('com.acme.Shop$Bus.hear$lambda')
  expect(readable('com.acme.Shop$Bus.invoke')).toBe('com.acme.Shop$Bus.invoke')
  expect(readable('com.acme.App$1.run')).toBe('com.acme.App$1.run')
  expect(readable('java.util.HashMap$Node')).toBe('java.util.HashMap$Node')
})
