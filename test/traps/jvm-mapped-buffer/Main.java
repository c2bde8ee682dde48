import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Each round maps a file twice, keeps both, and closes the file all the same. */
public final class Main {
    static final List<MappedByteBuffer> ledgers = new ArrayList<>();

    static void keepLedger() throws IOException {
        var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (var ledger = FileChannel.open(Path.of("ledger.bin"), options.toArray(StandardOpenOption[]::new))) {
            ledgers.add(ledger.map(FileChannel.MapMode.READ_WRITE, 0, 40_000));
        }
    }

    static void work(int number) throws IOException {
        for (int i = 0; i < 2; i++) keepLedger();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
