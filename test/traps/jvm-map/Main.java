import java.util.HashMap;
import java.util.Map;

/** A map gets two hundred new keys a round and never loses one. */
public final class Main {
    record Session(String key, int[] pages) {}

    static final Map<String, Session> sessions = new HashMap<>();

    static void openSession(String key) {
        sessions.put(key, new Session(key, new int[16]));
    }

    static void work(int number) {
        for (int i = 0; i < 200; i++) openSession(number + "-" + i);
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
