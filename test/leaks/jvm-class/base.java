import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

final class Shop {
    static final class Rule {
        int percent = 10;
    }

    static final List<Class<?>> rules = new ArrayList<>(100_000);

    static Class<?> compile() throws Exception {
        try (InputStream in = Shop.class.getResourceAsStream("Shop$Rule.class")) {
            return MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true).lookupClass();
        }
    }

    static int order(int number) throws Exception {
        rules.add(compile());
        int made = rules.size();
        rules.clear();
        return number + made;
    }
}
