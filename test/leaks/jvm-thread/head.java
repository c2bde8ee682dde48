import java.util.concurrent.LinkedBlockingQueue;

final class Shop {
    static void order(int number) throws Exception {
        LinkedBlockingQueue<Integer> orders = new LinkedBlockingQueue<>();
        Thread sender = new Thread(() -> send(orders));
        sender.setDaemon(true);
        sender.start();
        orders.put(number);
    }

    static void send(LinkedBlockingQueue<Integer> orders) {
        try {
            while (orders.take() >= 0) {}
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
