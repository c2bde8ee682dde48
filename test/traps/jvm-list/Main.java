import java.util.ArrayList;
import java.util.List;

/** A list gets two hundred orders a round. */
public final class Main {
    static final List<long[]> orders = new ArrayList<>();

    static void placeOrder(int number) {
        orders.add(new long[] {number, 1, 2, 3, 4, 5, 6, 7});
    }

    static void work(int number) {
        for (int i = 0; i < 200; i++) placeOrder(number);
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
