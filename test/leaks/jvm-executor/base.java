import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Shop {
    static int order(int number) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        int price = pool.submit(() -> number * 3).get();
        pool.shutdown();
        return price;
    }
}
