import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** Each round loads its plugins anew, and keeps an object of each. */
public final class Main {
    public static final class Plugin {
        final byte[] state = new byte[2000];
    }

    static final List<Object> plugins = new ArrayList<>();

    static void loadPlugin() throws Exception {
        URL[] own = {Paths.get("out").toUri().toURL()};
        ClassLoader loader = new URLClassLoader(own, ClassLoader.getPlatformClassLoader());
        plugins.add(loader.loadClass("Main$Plugin").getDeclaredConstructor().newInstance());
    }

    static void work(int number) throws Exception {
        for (int i = 0; i < 5; i++) loadPlugin();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
