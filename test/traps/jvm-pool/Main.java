import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A pool gets one thread more with each of its first eight tasks, and no other then. */
public final class Main {
    static final ExecutorService pool = Executors.newFixedThreadPool(8);

    static void work(int number) throws Exception {
        pool.submit(() -> {}).get();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
