import java.util.LinkedHashMap;
import java.util.Map;

/** A cache of 2,000 pages, full after ten rounds. */
public final class Main {
    static final Map<String, int[]> pages = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
            return size() > 2000;
        }
    };

    static void keepPage(String key) {
        pages.put(key, new int[64]);
    }

    static void work(int number) {
        for (int i = 0; i < 200; i++) keepPage("page-" + (number * 200 + i));
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
