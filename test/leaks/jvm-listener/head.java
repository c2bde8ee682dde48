import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

final class Shop {
    static final class Stock {
        private final List<IntConsumer> listeners = new ArrayList<>();

        void subscribe(IntConsumer listener) {
            listeners.add(listener);
        }

        void unsubscribe(IntConsumer listener) {
            listeners.remove(listener);
        }
    }

    static final Stock stock = new Stock();

    static void order(int number) {
        int[] prices = new int[32];
        IntConsumer page = price -> prices[price % 32] = number;
        stock.subscribe(page);
    }
}
