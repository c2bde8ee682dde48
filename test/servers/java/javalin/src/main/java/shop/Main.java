package shop;

import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Main {
    public record Line(int number, String product, double price) {}

    /** A page of JSON, of which nothing is kept. */
    static Map<String, Object> work(int n) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) lines.add(new Line(i, "product " + i * n, i * 1.5));
        return Map.of("order", n, "lines", lines);
    }

    public static void main(String[] arguments) {
        Javalin.create()
            .get("/work", context -> context.json(work(context.queryParamAsClass("n", Integer.class).getOrDefault(1))))
            .start(Integer.parseInt(System.getenv("PORT")));
    }
}
