import { type Advice, closeConnection, removeListener } from '../advice.ts'

/** Where threads of clients and servers of well-known libraries wait for their next event. */
const clientLoops =
  /^(?:io\.netty\.util\.concurrent\.SingleThreadEventExecutor|io\.netty\.channel\.\w+\.\w+EventLoop|jdk\.internal\.net\.http\.HttpClientImpl\$SelectorManager|okhttp3\.(?:internal\.concurrent\.TaskRunner|ConnectionPool|internal\.connection\.RealConnectionPool)|org\.apache\.(?:hc\.core5|http\.impl\.nio)\.reactor)\b/

/**
 * What the JVM's people know: executors that nobody shuts down, thread locals that nobody removes,
 * maps without a bound, streams and connections that nobody closes.
 */
export const advice: Advice = {
  next: [
    {
      of: ['tasks', 'threads'],
      runs: /^java\.util\.TimerThread\./,
      say: ['cancel the ', { code: 'Timer' }, ' when its owner ends, or share one.'],
    },
    {
      of: ['tasks', 'threads'],
      // Of a pool's thread that works, what it works on tells more.
      runs: /^java\.util\.concurrent\.(?:ThreadPoolExecutor\.getTask|ForkJoinPool\.awaitWork)$/,
      say: [
        'shut the executor down when its owner ends (',
        { code: 'close()' },
        ' since Java 19), or share one for the whole program.',
      ],
    },
    {
      of: ['tasks', 'threads'],
      runs: clientLoops,
      say: ['share one client for the whole program, or close it when its work ends.'],
    },
    {
      of: ['tasks', 'threads'],
      runs: /^(?:java\.net\.Socket|java\.net\.ServerSocket|sun\.nio\.ch\.(?:NioSocketImpl|SocketDispatcher|Net\b))/,
      say: closeConnection,
    },
    {
      of: ['tasks', 'threads'],
      runs: /^java\.lang\.Thread\.sleep/,
      say: ['let the loop that sleeps end with its owner: interrupt the thread then, and let it return.'],
    },
    {
      of: ['tasks', 'threads'],
      inProject: true,
      say: ({ at, who }) => [
        'wake what ',
        who,
        ' waits for',
        ...at,
        ' on every way out, errors too, or interrupt the thread when its owner ends.',
      ],
    },
    {
      of: ['memory'],
      holder: /^thread local /,
      say: [
        'call ',
        { code: 'remove()' },
        ' on the thread local in a ',
        { code: 'finally' },
        ': threads of a pool keep what it holds for as long as they live.',
      ],
    },
    {
      of: ['memory'],
      holder: /\bclassCache\b|\bGroovyClassLoader\b|\bScriptEngine\b|→ class (?:(?!\.classLoader)[^→])*$/,
      say: [
        'compile each script, template or proxy once and keep it: every one that is made anew is a class that stays.',
      ],
    },
    {
      of: ['memory'],
      holder: /→ \w*ClassLoader$|→ class /,
      say: [
        'let go of what keeps the class loader: a static field, a thread, a listener or a driver that was registered from it.',
      ],
    },
    {
      of: ['memory'],
      holder: /\b(?:ScheduledFutureTask|HashedWheelTimeout|TimerTask\[\])/,
      say: [
        'cancel what was scheduled when its owner ends, or dispose of it: until its time comes it is kept with all that it refers to.',
      ],
    },
    {
      of: ['memory'],
      holder: /ApplicationShutdownHooks|DeleteOnExitHook|\bhooks\b/,
      say: [
        'what is registered for the end of the program stays until then: register it once, or not at all.',
      ],
    },
    {
      of: ['memory'],
      // A field that holds many of them; a class may be called after what it listens to.
      holder: /\.\w*(?:[lL]isteners|[sS]ubscribers|[oO]bservers|[cC]allbacks|[hH]andlers) → /,
      say: removeListener,
    },
    {
      of: ['memory'],
      holder: /\b(?:Meter|Metric)Registry\b|\bmeterMap\b/,
      say: ['give tags of a meter few values: each combination of them is a meter of its own, and stays.'],
    },
    {
      of: ['memory', 'files'],
      holder: /→ (?:\w*HttpClient|WebClient|HikariPool|\w*ConnectionPool|\w*EntityManagerFactory\w*)$/,
      say: ['share one client for the whole program, or close it when its work ends.'],
    },
    {
      of: ['memory'],
      holder: /^running |^local variable/,
      say: ['let the thread return when its owner ends: what it holds lives as long as it runs.'],
    },
    {
      of: ['memory'],
      holder: /→ (?:\w*Map|\w*Cache[\w.]*|Hashtable|Properties) → /,
      say: [
        'take out what was put into the map when it is done with, errors included, or give it a bound, as a cache with a greatest size has.',
      ],
    },
    {
      of: ['memory'],
      holder: /→ (?:\w*List|\w*Set|\w*Queue|\w*Deque|Vector|Stack) → /,
      say: ['take out what was added when it is done with, errors included, or give the collection a bound.'],
    },
    {
      of: ['files'],
      say: [
        'close it on every way out: ',
        { code: 'try (var it = …)' },
        ' does it, errors included; streams of ',
        { code: 'Files' },
        ' and results of a database too.',
      ],
    },
  ],
  now: [
    {
      of: ['tasks'],
      runs: /^java\.util\.concurrent\.ThreadPoolExecutor\.getTask$/,
      say: ['waits for work in a pool'],
    },
    {
      of: ['tasks'],
      runs: /^java\.util\.TimerThread\.mainLoop$/,
      say: ['waits for the next task of its timer'],
    },
  ],
}
