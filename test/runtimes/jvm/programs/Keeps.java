import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Cleaner;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Keeps sessions in two or three ways at once, then in others; dumps its heap into a folder before, and after each time. */
public final class Keeps {
    static final Map<String, Session> sessions = new ConcurrentHashMap<>();
    static final Map<String, List<Session>> byUser = new HashMap<>();
    static final ThreadLocal<Map<Integer, Session>> current = ThreadLocal.withInitial(HashMap::new);
    static final Bus bus = new Bus();
    static final Registry registry = new Registry();
    static final List<ClassLoader> plugins = new ArrayList<>();
    static Link last;

    record Session(int id, byte[] page) { }

    interface Listener { void priced(int price); }

    static final class Bus {
        private final List<Listener> listeners = new ArrayList<>();
    }

    static final class Registry {
        private Session[] all = new Session[500];
    }

    record Link(Session session, Link before) { }

    public static final class Plugin {
        static final byte[] settings = new byte[4096];
    }

    static Session session(int id) {
        return new Session(id, new byte[1000]);
    }

    static void map(int id) {
        sessions.put("session " + id, session(id));
    }

    static void mapOfLists(int id) {
        byUser.computeIfAbsent("ann", user -> new ArrayList<>()).add(session(id));
    }

    static void threadLocal(int id) {
        current.get().put(id, session(id));
    }

    static void listener(int id) {
        Session session = session(id);
        bus.listeners.add(price -> System.out.println(session.id + price));
    }

    static void array(int id) {
        registry.all[id] = session(id);
    }

    static void linked(int id) {
        last = new Link(session(id), last);
    }

    static void thread(int id) {
        Session session = session(id);
        CountDownLatch never = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                System.out.println(session.id);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    static void loader(int id) throws Exception {
        URL here = Keeps.class.getProtectionDomain().getCodeSource().getLocation();
        URLClassLoader loader = new URLClassLoader(new URL[] {here}, null);
        Class.forName("Keeps$Plugin", true, loader);
        plugins.add(loader);
    }

    static final class Shelf {
        private final List<Session> sessions = new ArrayList<>();
    }

    static final Cleaner cleaner = Cleaner.create();
    static final Cleaner.Cleanable other = cleaner.register(cleaner, () -> { });
    static java.lang.ref.WeakReference<Shelf> known = new java.lang.ref.WeakReference<>(null);

    /** A thread holds the shelf; what is to be cleaned when it ends knows of it, in the list in which others stand. */
    static void shelf(int id) {
        if (known.get() == null) {
            Shelf shelf = new Shelf();
            known = new java.lang.ref.WeakReference<>(shelf);
            Thread thread = new Thread(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    shelf.sessions.clear();
                }
            });
            thread.setDaemon(true);
            thread.start();
            cleaner.register(thread, () -> shelf.sessions.clear());
        }
        known.get().sessions.add(session(id));
    }

    static final class Pool {
        private final ThreadLocal<List<Session>> mine = ThreadLocal.withInitial(ArrayList::new);
    }

    static java.lang.ref.WeakReference<Pool> pool = new java.lang.ref.WeakReference<>(null);

    /** A pool that only a thread of its own knows keeps something for each thread that comes. */
    static void pool(int id) {
        if (pool.get() == null) {
            Pool made = new Pool();
            pool = new java.lang.ref.WeakReference<>(made);
            Thread thread = new Thread(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    made.mine.remove();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        pool.get().mine.get().add(session(id));
    }

    static final List<Class<?>> scripts = new ArrayList<>();

    static final class Script { }

    /** A class that nobody finds by its name. */
    static void script(int id) throws Exception {
        try (java.io.InputStream in = Keeps.class.getResourceAsStream("Keeps$Script.class")) {
            scripts.add(java.lang.invoke.MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), false).lookupClass());
        }
    }

    interface Way { void keep(int id) throws Exception; }

    public static void main(String[] arguments) throws Exception {
        List<List<Way>> groups = List.of(
            List.of(Keeps::map, Keeps::mapOfLists, Keeps::threadLocal),
            List.of(Keeps::listener, Keeps::array, Keeps::linked),
            List.of(Keeps::thread, Keeps::loader),
            List.of(Keeps::shelf),
            List.of(Keeps::script),
            List.of(Keeps::pool));
        for (List<Way> ways : groups) for (Way way : ways) way.keep(0);
        dump(arguments[0], 0);
        for (int at = 0; at < groups.size(); at++) {
            for (Way way : groups.get(at)) for (int id = 1; id <= 200; id++) way.keep(id);
            dump(arguments[0], at + 1);
        }
    }

    static void dump(String folder, int number) throws Exception {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(folder + "/" + number + ".hprof", true);
    }
}
