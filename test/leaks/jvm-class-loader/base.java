import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

final class Shop {
    public static final class Discount {
        final int[] steps = new int[10];
    }

    static final List<Object> discounts = new ArrayList<>();

    static void order(int number) throws Exception {
        URL[] rules = {Paths.get("out").toUri().toURL()};
        ClassLoader loader = new URLClassLoader(rules, ClassLoader.getPlatformClassLoader());
        discounts.add(loader.loadClass("Shop$Discount").getDeclaredConstructor().newInstance());
        discounts.clear();
    }
}
