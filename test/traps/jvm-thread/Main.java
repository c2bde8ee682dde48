import java.util.concurrent.LinkedBlockingQueue;

/** Two threads a round wait for an answer that never comes. */
public final class Main {
    static void waitForAnswer() {
        try {
            new LinkedBlockingQueue<String>().take();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static void work(int number) {
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(Main::waitForAnswer);
            thread.setDaemon(true);
            thread.start();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
