import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;

/** A cache of soft references, which the JVM may free whenever it needs room: no leak. */
public final class Main {
    static List<SoftReference<byte[]>> pages = new ArrayList<>();

    static void keepPage() {
        pages.removeIf(page -> page.get() == null);
        pages.add(new SoftReference<>(new byte[2000]));
    }

    static void work(int number) {
        for (int i = 0; i < 50; i++) keepPage();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
