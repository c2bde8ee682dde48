import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Each round takes two buffers outside of the heap and keeps them. */
public final class Main {
    static final List<ByteBuffer> buffers = new ArrayList<>();

    static void keepBuffer() {
        buffers.add(ByteBuffer.allocateDirect(40_000));
    }

    static void work(int number) {
        for (int i = 0; i < 2; i++) keepBuffer();
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
