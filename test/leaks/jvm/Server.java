import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

/** `POST /work?n=K` has K orders made. */
public final class Server {
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/work", exchange -> {
            int orders = Integer.parseInt(exchange.getRequestURI().getQuery().substring("n=".length()));
            try {
                for (int number = 0; number < orders; number++) Shop.order(number);
            } catch (Exception problem) {
                problem.printStackTrace();
                orders = 0;
            }
            exchange.sendResponseHeaders(orders > 0 ? 200 : 500, -1);
            exchange.close();
        });
        server.start();
    }
}
