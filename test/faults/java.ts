import { serverOf } from '../cli/project.ts'
import { type Fault, keys } from './fault.ts'
import { placeOf } from './place.ts'

type Files = Readonly<Record<string, string>>

const failed = { verdict: 'inconclusive', status: 3 } as const
const passed = { verdict: 'pass', status: 0 } as const

/** A server that does `work` at each request, and `start` before it listens. */
const server = (work: string, start = ''): string => `import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.*;

public final class Server {
    static final List<Object> kept = new ArrayList<>();
    static int served;

    static int spin(int seed) {
        int sum = seed;
        for (int i = 0; i < Integer.MAX_VALUE; i++) sum = sum * 31 + i;
        return sum;
    }

    static Process kill() throws Exception {
        return new ProcessBuilder("kill", "-KILL", "" + ProcessHandle.current().pid()).start();
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            served++;
            try {
                ${work}
            } catch (Exception problem) {
                problem.printStackTrace();
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        ${start}
        server.start();
    }
}
`

const java = (options = '', main = 'Server') => `exec java ${options}${options && ' '}-cp out ${main}`
const setup = 'javac -d out Server.java'

const configured = (changed: Readonly<Record<string, string>> = {}): Files =>
  keys({ runtime: 'jvm', setup, start: java(), ...changed })

const program = (work: string, start = '') => ({ 'Server.java': server(work, start) })
const short = '{ ready: 30s, round: 2s, stop: 1s }'

/** A server in Java on both sides, with what head changes. */
const on =
  (head: Files, base: Files = {}) =>
  () =>
    placeOf(
      { ...serverOf(''), 'server.mjs': '', ...program(''), ...configured(), ...base },
      { more: 'x', ...head },
    )

/** Does `what` once the collection behind a histogram of a measured round has ended, while it is counted. */
const whenCounted = (what: string): string =>
  `for (var one : java.lang.management.ManagementFactory.getGarbageCollectorMXBeans())
            ((javax.management.NotificationEmitter) one).addNotificationListener((told, of) -> {
                if (served > 35 && told.getUserData().toString().contains("Heap Inspection")) try {
                    ${what}
                } catch (Exception problem) {
                    problem.printStackTrace();
                }
            }, null, null);`

/** Programs in Java that start badly, end badly, or get in the way of who measures them. */
export const ofJava: readonly Fault[] = [
  {
    what: 'Java: there is none',
    place: on(configured({ start: 'env PATH=/nowhere java -cp out Server' })),
    ...failed,
  },
  {
    what: 'Java: a class that is not there',
    place: on(configured({ start: java('', 'Missing') })),
    ...failed,
  },
  {
    what: 'Java: an option that the JVM does not know',
    place: on(configured({ start: java('-XX:+NoSuchOption') })),
    ...passed,
  },
  {
    what: 'Java: JAVA_TOOL_OPTIONS of the user’s own, which the program needs',
    place: on(program('', 'if (System.getProperty("mine") == null) System.exit(9);')),
    start: { environment: { JAVA_TOOL_OPTIONS: '-Dmine="of mine"' } },
    ...passed,
  },
  {
    what: 'Java: JAVA_TOOL_OPTIONS is set in `start`, and ours stays in it',
    place: on({
      ...program('', 'if (System.getProperty("mine") == null) System.exit(9);'),
      ...configured({ start: `JAVA_TOOL_OPTIONS="$JAVA_TOOL_OPTIONS -Dmine=1" ${java()}` }),
    }),
    ...passed,
  },
  {
    what: 'Java: JAVA_TOOL_OPTIONS is set in `start`, without ours',
    place: on(configured({ start: `JAVA_TOOL_OPTIONS=-Dmine=1 ${java()}` })),
    ...failed,
  },
  {
    what: 'Java: a cleared environment',
    place: on(configured({ start: `exec env -i PORT=$PORT PATH=$PATH ${java().slice('exec '.length)}` })),
    ...failed,
  },
  {
    what: 'Java: `-XX:+DisableAttachMechanism`',
    place: on(configured({ start: java('-XX:+DisableAttachMechanism') })),
    ...failed,
  },
  {
    what: 'Java: `-XX:NativeMemoryTracking=off` and `-XX:+DisableExplicitGC`',
    place: on(configured({ start: java('-XX:NativeMemoryTracking=off -XX:+DisableExplicitGC') })),
    ...passed,
  },
  {
    what: 'Java: a JRE without tools, and without a recorder',
    place: on(
      configured({
        setup: `${setup} && jlink --add-modules java.base,jdk.httpserver --output jre`,
        start: 'exec jre/bin/java -cp out Server',
      }),
    ),
    ...passed,
  },
  {
    what: 'Java: `-Xshare:off`, interpreted',
    place: on(configured({ start: java('-Xshare:off -Xint') })),
    ...passed,
  },
  {
    what: 'Java: `System.exit` in a round',
    place: on(program('if (served > 35) System.exit(7);')),
    ...failed,
  },
  {
    what: 'Java: the JVM crashes in a round',
    place: on(
      program(`if (served > 35) {
                    var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
                    field.setAccessible(true);
                    ((sun.misc.Unsafe) field.get(null)).putAddress(0, 0);
                }`),
    ),
    ...failed,
  },
  {
    what: 'Java: the heap is full in a round',
    place: on({
      ...program('if (served > 35) for (;;) kept.add(new byte[100_000]);'),
      ...configured({ start: java('-Xmx64m'), timeout: short }),
    }),
    ...failed,
  },
  {
    what: 'Java: the heap is full in a round, and the JVM ends then',
    place: on({
      ...program('if (served > 35) for (;;) kept.add(new byte[100_000]);'),
      ...configured({ start: java('-Xmx64m -XX:+ExitOnOutOfMemoryError') }),
    }),
    ...failed,
  },
  {
    what: 'Java: the kernel ends the program for its memory',
    place: on(program('if (served > 35) kill().waitFor();')),
    ...failed,
  },
  {
    what: 'Java: the program is killed while its objects are counted',
    place: on(program('', whenCounted('kill().waitFor();'))),
    ...failed,
  },
  {
    what: 'Java: every signal is swallowed',
    place: on(
      program(
        '',
        'for (String name : List.of("TERM", "INT", "HUP")) sun.misc.Signal.handle(new sun.misc.Signal(name), one -> {});',
      ),
    ),
    ...passed,
  },
  {
    what: 'Java: a request never ends',
    place: on({ ...program('Thread.sleep(1_000_000);'), ...configured({ timeout: short }) }),
    ...failed,
  },
  {
    what: 'Java: a loop without end that lets the JVM stop for nobody',
    place: on({
      ...program('if (served == 36) while (true) served += spin(served);'),
      ...configured({
        start: java('-XX:-UseCountedLoopSafepoints -XX:LoopStripMiningIter=0'),
        timeout: '{ ready: 30s, round: 10s, stop: 1s }',
      }),
    }),
    ...failed,
  },
  {
    what: 'Java: several JVMs',
    place: on(
      program(
        '',
        `if (arguments.length == 0) {
            Process child = new ProcessBuilder("java", "-cp", "out", "Server", "child").inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
        } else Thread.sleep(Long.MAX_VALUE);`,
      ),
    ),
    ...passed,
  },
  {
    what: 'Java: a JVM that starts late',
    place: on(
      program(
        'if (served == 25) Runtime.getRuntime().exec(new String[] {"java", "-cp", "out", "Server", "child"});',
        'if (arguments.length > 0) Thread.sleep(Long.MAX_VALUE);',
      ),
    ),
    ...passed,
  },
  {
    what: 'Java: a flood of output',
    place: on(program('System.out.print("x".repeat(1_000_000));')),
    ...passed,
  },
]
