import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

final class Shop {
    static final List<MappedByteBuffer> ledgers = new ArrayList<>();

    static void order(int number) throws Exception {
        Path path = Path.of("ledger.bin");
        var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (var ledger = FileChannel.open(path, options.toArray(StandardOpenOption[]::new))) {
            ledgers.add(ledger.map(FileChannel.MapMode.READ_WRITE, 0, 8192));
        }
    }
}
