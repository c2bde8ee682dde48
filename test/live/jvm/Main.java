import java.util.ArrayList;
import java.util.List;

public final class Main {
    static final List<byte[]> kept = new ArrayList<>(100_000);
    static volatile Object dropped;

    static void waitForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static void pollForEver() {
        Thread thread = new Thread(Main::waitForEver);
        thread.setDaemon(true);
        thread.start();
    }

    /** Allocates what is dropped at once, in the sizes of everyday objects. */
    static void makeGarbage(long size) {
        for (long left = size; left > 0; ) {
            int length = 4 << (left / 64 % 8);
            dropped = new double[length];
            left -= 16 + 8L * length;
        }
        dropped = null;
    }

    static void keepBytes() {
        kept.add(new byte[Settings.keptBytes]);
    }

    static void work(int number) {
        makeGarbage((long) (Settings.churn * 1e6));
        for (int i = 0; i < Settings.keptTasks; i++) pollForEver();
        if (Settings.keptBytes > 0) keepBytes();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
