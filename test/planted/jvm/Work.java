final class Work {
    static final int TASKS = 3;
    static final int BLOCKS = 16;
    static final int BLOCK = 4096;

    // Long enough, so that what holds the blocks does not grow.
    static final byte[][] kept = new byte[65536][];
    static int count;

    static void waitForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the head of the array as many bytes as a block has. */
    static byte[] makeBlock() {
        return new byte[BLOCK - 16];
    }

    static void work() {
        for (int i = 0; Planted.PLANTED && i < TASKS; i++) {
            Thread thread = new Thread(Work::waitForEver);
            thread.setDaemon(true);
            thread.start();
        }
        for (int i = 0; i < BLOCKS; i++) {
            byte[] block = makeBlock();
            if (Planted.PLANTED) kept[count++] = block;
        }
    }
}
