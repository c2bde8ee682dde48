package shop;

import static org.junit.Assert.assertTrue;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class OldTest {
    @Parameterized.Parameter public int n;
    @Parameterized.Parameters public static List<Object[]> all() { return Arrays.asList(new Object[] {1}, new Object[] {2}); }
    @Test public void old() { assertTrue(n > 0); }
}
