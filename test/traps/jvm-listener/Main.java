import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Every order listens to the shop, and none ever stops to. */
public final class Main {
    static final class Shop {
        final List<IntConsumer> listeners = new ArrayList<>();

        void onPrice(IntConsumer listener) {
            listeners.add(listener);
        }
    }

    static final Shop shop = new Shop();

    static void watchShop(int number) {
        int[] prices = new int[32];
        shop.onPrice(price -> prices[price % 32] = number);
    }

    static void work(int number) {
        for (int i = 0; i < 100; i++) watchShop(number);
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
