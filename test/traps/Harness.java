import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

/** Answers POST /work with one round of work; rounds count from 1, warm-up included. */
final class Harness {
    interface Work {
        void round(int number) throws Exception;
    }

    private static int number;

    static void serve(Work work) throws Exception {
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/work", exchange -> {
            int status = 200;
            try {
                work.round(++number);
            } catch (Exception e) {
                e.printStackTrace();
                status = 500;
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }
}
