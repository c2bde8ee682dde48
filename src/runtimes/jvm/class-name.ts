const primitives: Readonly<Record<string, string>> = {
  B: 'byte',
  C: 'char',
  D: 'double',
  F: 'float',
  I: 'int',
  J: 'long',
  S: 'short',
  Z: 'boolean',
}

/**
 * A class as sources write it, of the JVM's own name for it: `[B` is `byte[]`, `[Lcom/acme/Cart;` and
 * `[Lcom.acme.Cart;` are `com.acme.Cart[]`. Classes within classes keep their `$`; hidden ones,
 * as lambdas have, lose the address and the number that tell them apart in one run:
 * `App$$Lambda$84/0x00007fd8` and `App$$Lambda+0x00007fd8/12` are `App$$Lambda`.
 */
export function typeName(internal: string): string {
  const [, brackets = '', element = ''] = /^(\[*)(.*)$/s.exec(internal) ?? []
  if (brackets === '') return unhidden(internal)
  const name = primitives[element] ?? unhidden(element.replace(/^L(.*);$/s, '$1'))
  return name + '[]'.repeat(brackets.length)
}

const unhidden = (name: string): string =>
  name
    .replace(/(\$\$Lambda)[$+/].*$/, '$1')
    .replace(/[/+.]0x[\da-f]+(?:[/.]\d+)?$/, '')
    .replaceAll('/', '.')

/**
 * The class without what its name has of one build or one run alone. Those that the JVM, a compiler or a
 * library makes up for a class are told as that class:
 *
 * - `Cart$$SpringCGLIB$$0`, `Cart$$EnhancerBySpringCGLIB$$3f2a`, `Cart$ByteBuddy$x1`,
 *   `Cart$HibernateProxy$x1`,
 *   `Cart_Subclass`, `Cart_ClientProxy`, `Cart_Bean` (Quarkus),
 * `Cart$quarkusrestinvoker$list_3f2a…`, `Cart_ProducerMethod_list_Zfz3…_Bean`, `Cart_Observer_on_Zfz3…`,
 * `Cart_Zfz3…_Synthetic_Bean`, `Cart$$CMImpl` (Quarkus, with a hash of what they are made for), and
 * `$Cart$Definition$Exec`, `$Cart$Intercepted$Definition` (Micronaut) are `Cart`
 * - `$Factory$Cart3$Definition` of Micronaut and `Build$list1529325661` of Quarkus lose their number
 * - `jdk.proxy2.$Proxy17` is `$Proxy`, and so are other proxies and accessors that reflection makes
 * - `App$1` and Scala's `App$anon$1` are `App$*`: they are counted in the order of the source
 */
export function plainClass(name: string): string {
  return unhidden(name)
    .replace(/^(?:\w+\.)*\$Proxy\d+$/, '$$Proxy')
    .replace(/\$\$(?:Spring|EnhancerBy|FastClassBy|KeyFactoryBy)\w*(?:\$\$.*)?$/, '')
    .replace(/\$(?:ByteBuddy|HibernateProxy|MockitoMock|auxiliary)\$\w+$/, '')
    .replace(/\$\$(?:CMImpl|InjectedInvoker)$/, '')
    .replace(/\$quarkusrestinvoker\$.*$/, '')
    .replace(/^(io\.quarkus\.runner\.recorded\.\w+\$[A-Za-z]+)\d+$/, '$1')
    .replace(/_(?:Subclass|ClientProxy|Bean)$/, '')
    .replace(/_(?:ProducerMethod|ProducerField|Observer)_\w+?_[\w-]{20,}$/, '')
    .replace(/_[\w-]{20,}_Synthetic$/, '')
    .replace(/\$ExceptionMapper\$[\da-f]{40}$/, '')
    .replace(/(^|\.)\$([\w$]+?)\$(?:Definition|Introspection|Intercepted)(?:\$\w+)*$/, made)
    .replace(/(Generated(?:Constructor|Method|SerializationConstructor)Accessor)\d+$/, '$1')
    .replace(/(\$anon(?:fun)?)?\$\d+(?=\$|$)/g, '$$*')
    .replace(/\$\d+(?=[A-Z])/g, '$$*')
}

/** What a factory of Micronaut makes is counted. */
const made = (_: string, before: string, name: string): string =>
  before + name.replace(/(?<=\$\w*[a-z])\d+$/, '*')

/** As people say it: without packages, classes within classes by a point. `Shop.Session`, `App lambda`. */
export function shortName(name: string): string {
  const [, element = '', brackets = ''] = /^(.*?)((?:\[\])*)$/s.exec(name) ?? []
  const own = plainClass(element).replace(/^.*\.(?=[^.]+$)/, '')
  const said = own
    .replace(/\$\$Lambda$/, ' lambda')
    .replace(/^\$Proxy$/, 'proxy')
    .replace(/(?<=.)\$+\*/g, ' (anonymous)')
    .replace(/(?<=[^$])\$+(?=[^$])/g, '.')
  return said + brackets
}

/**
 * Whether a method is one of a class that the JVM made to call another by: the lambda of an interface,
 * what links a handle. Nobody wrote it.
 */
export const isBridge = (method: string): boolean => /\$\$Lambda[$+/.]|\.LambdaForm\$\w+[/.]/.test(method)
