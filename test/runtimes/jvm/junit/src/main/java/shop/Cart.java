package shop;

import java.util.ArrayList;
import java.util.List;

public final class Cart {
    static final List<byte[]> kept = new ArrayList<>();

    public static int add(int a, int b) {
        kept.add(new byte[4000]);
        return a + b;
    }
}
