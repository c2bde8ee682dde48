import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sessions are kept for ever; what each of them opened, four times as large, closes after five seconds. */
public final class Main {
    static final class Session {
        final byte[] pages = new byte[1024];
        volatile byte[] connection = new byte[4096];

        void close() {
            connection = null;
        }
    }

    static final List<Session> sessions = new ArrayList<>();
    static final ScheduledExecutorService idle = Executors.newSingleThreadScheduledExecutor();

    static void openSession() {
        Session session = new Session();
        sessions.add(session);
        idle.schedule(session::close, 5, TimeUnit.SECONDS);
    }

    static void work(int number) {
        for (int i = 0; i < 100; i++) openSession();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
