package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Main {
    record Line(int number, String product, double price) {}

    /** A page of JSON, of which nothing is kept. */
    @GetMapping("/work")
    Map<String, Object> work(@RequestParam(defaultValue = "1") int n) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) lines.add(new Line(i, "product " + i * n, i * 1.5));
        return Map.of("order", n, "lines", lines);
    }

    public static void main(String[] arguments) {
        System.setProperty("server.port", System.getenv("PORT"));
        SpringApplication.run(Main.class, arguments);
    }
}
