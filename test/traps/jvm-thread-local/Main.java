import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two threads of a pool keep what every request leaves in a thread local, which nobody removes. */
public final class Main {
    static final ThreadLocal<List<byte[]>> pages = ThreadLocal.withInitial(ArrayList::new);
    static final ExecutorService pool = Executors.newFixedThreadPool(2);

    static void rememberPage() {
        pages.get().add(new byte[200]);
    }

    static void work(int number) throws Exception {
        for (int i = 0; i < 200; i++) pool.submit(Main::rememberPage).get();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
