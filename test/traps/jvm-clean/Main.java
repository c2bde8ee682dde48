/** Orders are made, added up and forgotten. */
public final class Main {
    static long sum;

    static void work(int number) {
        for (int i = 0; i < 200; i++) sum += new int[] {number, i, 64}[1];
    }

    public static void main(String[] arguments) throws Exception {
        Harness.serve(Main::work);
    }
}
