package shop;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedTest {
    @ParameterizedTest @ValueSource(ints = {1, 2, 3}) void each(int n) { assertTrue(n > 0); }
    @Nested class Inner { @Test void inside() {} @Nested class Deeper { @Test void deep() {} } }
    @TestFactory Stream<DynamicTest> made() { return Stream.of("a", "b").map(n -> DynamicTest.dynamicTest(n, () -> assertNotNull(n))); }
    @RepeatedTest(2) void again() {}
    @Disabled @Test void never() { fail(); }
}
