package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;

class CartTest {
    @Test void adds() { assertEquals(3, Cart.add(1, 2)); }
    @Test void addsMore() { assertEquals(5, Cart.add(3, 2)); }
}
