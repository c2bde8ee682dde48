/** Twenty threads a round that end after two seconds. */
public final class Main {
    static void linger() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static void work(int number) {
        for (int i = 0; i < 20; i++) new Thread(Main::linger).start();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
