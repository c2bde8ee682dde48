import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Each round makes a pool of its own, and never shuts it down. */
public final class Main {
    static ExecutorService openPool() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.execute(() -> {});
        pool.execute(() -> {});
        return pool;
    }

    static void work(int number) {
        openPool();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
