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
  // As a small server of Spring Boot, Quarkus, Micronaut and Ktor had them.
  [
    'org.springframework.boot.context.properties.bind.JavaBeanBinder$BeanProperties$$InjectedInvoker/0x00007fb3b4148800',
    'org.springframework.boot.context.properties.bind.JavaBeanBinder$BeanProperties',
  ],
  [
    'org.acme.GreetingResource$quarkusrestinvoker$hello_df324e1539083188359af68039a7afafb7b77cdb',
    'org.acme.GreetingResource',
  ],
  [
    'io.quarkus.vertx.runtime.VertxProducer_ProducerMethod_mutiny_1b770kSoqIT9CP_xCNF0x-c4wtM_Bean',
    'io.quarkus.vertx.runtime.VertxProducer',
  ],
  [
    'io.quarkus.vertx.runtime.VertxProducer_Observer_undeployVerticles_f17XMIcrHSVAZsD2WvDjl7z9yKo',
    'io.quarkus.vertx.runtime.VertxProducer',
  ],
  [
    'io.netty.channel.EventLoopGroup_a3b9G5N0ykJYNK_I4Ykk8EyknTI_Synthetic_Bean',
    'io.netty.channel.EventLoopGroup',
  ],
  [
    'io.quarkus.resteasy.reactive.server.runtime.exceptionmappers.UnauthorizedExceptionMapper$ExceptionMapper$965510594634d484a005e8aaae2361e9c9c1ea07_Bean',
    'io.quarkus.resteasy.reactive.server.runtime.exceptionmappers.UnauthorizedExceptionMapper',
  ],
  [
    'io.quarkus.vertx.http.runtime.CertificateConfig$$CMImpl',
    'io.quarkus.vertx.http.runtime.CertificateConfig',
  ],
  [
    'io.quarkus.runner.recorded.ArcProcessor$initializeContainer1770303700',
    'io.quarkus.runner.recorded.ArcProcessor$initializeContainer',
  ],
  ['io.netty.channel.$Proxy3', '$Proxy'],
  ['example.micronaut.$HelloController$Definition$Exec', 'example.micronaut.HelloController'],
  [
    'io.micronaut.runtime.$ApplicationConfiguration$InstanceConfiguration$Definition',
    'io.micronaut.runtime.ApplicationConfiguration$InstanceConfiguration',
  ],
  [
    'io.micronaut.serde.support.$LegacyBeansFactory$InetAddressSerde6$Definition',
    'io.micronaut.serde.support.LegacyBeansFactory$InetAddressSerde*',
  ],
  [
    'io.micronaut.http.netty.channel.$DefaultEventLoopGroupRegistry$EventLoopGroup0$Definition',
    'io.micronaut.http.netty.channel.DefaultEventLoopGroupRegistry$EventLoopGroup*',
  ],
  [
    'io.micronaut.http.uri.UriTemplate$UriTemplateParser$1State',
    'io.micronaut.http.uri.UriTemplate$UriTemplateParser$*State',
  ],
  ['com.example.ApplicationKt$module$1$1', 'com.example.ApplicationKt$module$*$*'],
  [
    'io.ktor.server.engine.DefaultEnginePipelineKt$defaultEnginePipeline$1$invokeSuspend$$inlined$execute$1',
    'io.ktor.server.engine.DefaultEnginePipelineKt$defaultEnginePipeline$*$invokeSuspend$$inlined$execute$*',
  ],
  [
    'com.fasterxml.jackson.datatype.jsr310.JavaTimeModule',
    'com.fasterxml.jackson.datatype.jsr310.JavaTimeModule',
  ],
  ['org.slf4j.helpers.NOP_FallbackServiceProvider', 'org.slf4j.helpers.NOP_FallbackServiceProvider'],
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
