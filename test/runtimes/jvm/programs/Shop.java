import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;

/** Keeps what each order leaves behind; its first argument says where. Prints a line a round, and waits for one. */
public final class Shop {
    static final Map<Integer, Session> sessions = new ConcurrentHashMap<>();
    static final Bus bus = new Bus();
    static final ThreadLocal<Map<Integer, Session>> current = ThreadLocal.withInitial(HashMap::new);
    static final Registry registry = new Registry();
    static int orders;

    static final class Session {
        final int id;
        final byte[] page;
        final Map<String, String> headers = new LinkedHashMap<>();

        Session(int id) {
            this.id = id;
            page = Pages.render(id);
            headers.put("id", "order " + id);
        }
    }

    static final class Pages {
        static byte[] render(int id) {
            return new byte[1024];
        }
    }

    interface Listener { void priced(int price); }

    static final class Bus {
        private final List<Listener> listeners = new ArrayList<>();

        void on(Listener listener) {
            listeners.add(listener);
        }
    }

    /** Grows by an array one longer, as lists that are read without a lock do. */
    static final class Registry {
        private Session[] all = new Session[0];

        void add(Session session) {
            Session[] longer = new Session[all.length + 1];
            System.arraycopy(all, 0, longer, 0, all.length);
            longer[all.length] = session;
            all = longer;
        }
    }

    static void order(String where) throws Exception {
        Session session = new Session(++orders);
        switch (where) {
            case "map" -> sessions.put(session.id, session);
            case "listener" -> bus.on(price -> System.out.println(session.id + price));
            case "local" -> current.get().put(session.id, session);
            case "array" -> registry.add(session);
            case "thread" -> watch(session);
            case "executor" -> {
                ExecutorService pool = Executors.newFixedThreadPool(1);
                pool.submit(() -> session.id).get();
            }
            default -> { }
        }
    }

    static void watch(Session session) {
        CountDownLatch never = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                System.out.println(session.id);
            }
        }, "watch-" + session.id);
        thread.setDaemon(true);
        thread.start();
    }

    public static void main(String[] arguments) throws Exception {
        int each = Integer.parseInt(arguments[1]);
        while (true) {
            for (int i = 0; i < each; i++) order(arguments[0]);
            System.out.println("round");
            if (System.in.read() < 0) System.exit(0);
        }
    }
}
