package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;

class OtherTest {
    static int runs;
    @Test void isFine() { assertEquals(3, 1 + 2); }
    @Test void onlyOnce() { assertEquals(1, ++runs); }
}
