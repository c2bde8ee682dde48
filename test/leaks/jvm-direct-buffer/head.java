import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

final class Shop {
    static final List<ByteBuffer> receipts = new ArrayList<>();

    static void order(int number) {
        ByteBuffer receipt = ByteBuffer.allocateDirect(1000);
        receipts.add(receipt.putInt(number));
    }
}
