import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Shop {
    static final ThreadLocal<List<String>> audit = ThreadLocal.withInitial(ArrayList::new);
    static final ExecutorService workers = Executors.newFixedThreadPool(2);

    static void order(int number) throws Exception {
        workers.submit(() -> check(number)).get();
    }

    static void check(int number) {
        audit.get().add("checked order number " + number);
    }
}
