import { expect, it } from 'vitest'
import { plainClass, shortName, typeName } from '../../../src/runtimes/jvm/class-name.ts'

it.each([
  ['[B', 'byte[]'],
  ['[[J', 'long[][]'],
  ['[Ljava/util/HashMap$Node;', 'java.util.HashMap$Node[]'],
  ['[Ljava.lang.Object;', 'java.lang.Object[]'],
  ['com/acme/Cart', 'com.acme.Cart'],
  ['com/acme/App$$Lambda$84+0x00007fd8f1008810/1826699684', 'com.acme.App$$Lambda'],
  ['com.acme.App$$Lambda/0x00007f8c30001a00', 'com.acme.App$$Lambda'],
  ['java.lang.invoke.LambdaForm$MH/0x00007f8c30001a00', 'java.lang.invoke.LambdaForm$MH'],
])('%s is %s', (internal, name) => {
  expect(typeName(internal)).toBe(name)
})

it.each([
  ['com.acme.Cart$$SpringCGLIB$$0', 'com.acme.Cart'],
  ['com.acme.Cart$$EnhancerBySpringCGLIB$$3f2a91c', 'com.acme.Cart'],
  ['com.acme.Cart$$FastClassBySpringCGLIB$$9', 'com.acme.Cart'],
  ['com.acme.Cart$HibernateProxy$x8Qwz', 'com.acme.Cart'],
  ['com.acme.Cart$ByteBuddy$Ab12', 'com.acme.Cart'],
  ['com.acme.Cart_Subclass', 'com.acme.Cart'],
  ['com.acme.Cart_ClientProxy', 'com.acme.Cart'],
  ['com.acme.$Cart$Definition$Intercepted', 'com.acme.Cart'],
  ['jdk.proxy2.$Proxy17', '$Proxy'],
  ['jdk.internal.reflect.GeneratedMethodAccessor42', 'jdk.internal.reflect.GeneratedMethodAccessor'],
  ['com.acme.App$1', 'com.acme.App$*'],
  ['com.acme.App$2$1', 'com.acme.App$*$*'],
  ['com.acme.App$anon$1', 'com.acme.App$*'],
  ['com.acme.App$$anonfun$run$3', 'com.acme.App$$anonfun$run$*'],
  ['com.acme.App$run$1', 'com.acme.App$run$*'],
  ['java.util.HashMap$Node', 'java.util.HashMap$Node'],
])('%s is the class %s in every build', (name, plain) => {
  expect(plainClass(name)).toBe(plain)
})

it.each([
  ['com.acme.Shop$Session', 'Shop.Session'],
  ['com.acme.Shop$Session[]', 'Shop.Session[]'],
  ['com.acme.App$$Lambda/0x0123', 'App lambda'],
  ['jdk.proxy2.$Proxy17', 'proxy'],
  ['com.acme.App$1', 'App (anonymous)'],
  ['byte[]', 'byte[]'],
])('%s is called %s', (name, short) => {
  expect(shortName(name)).toBe(short)
})
