import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Each round opens two files and closes none. */
public final class Main {
    static final List<FileInputStream> open = new ArrayList<>();

    static void openAgain() throws IOException {
        open.add(new FileInputStream("Main.java"));
    }

    static void work(int number) throws IOException {
        for (int i = 0; i < 2; i++) openAgain();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
