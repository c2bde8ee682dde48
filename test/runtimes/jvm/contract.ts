import { execFileSync } from 'node:child_process'
import type { ContractProgram } from '../contract/program.ts'

const server = `import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class Server {
    static final List<byte[]> kept = new CopyOnWriteArrayList<>();

    static void waitForNothing() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static void leak() {
        kept.add(new byte[800]);
        Thread thread = new Thread(Server::waitForNothing);
        thread.setDaemon(true);
        thread.start();
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/leak", exchange -> {
            leak();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/fine", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
`

export const contract: ContractProgram = {
  available: hasCompiler(),
  files: { 'Server.java': server },
  leak: { site: 'Server.waitForNothing', path: 'Server.java' },
  dependency: {
    file: 'pom.xml',
    text: [
      '<dependency>',
      '  <groupId>io.projectreactor</groupId>',
      '  <artifactId>reactor-core</artifactId>',
      '  <version>3.4.16</version>',
      '</dependency>',
    ].join('\n'),
    package: 'io.projectreactor:reactor-core',
    version: '3.4.16',
  },
  test: null,
}

/** A JDK: where there is none, what runs says so by its name. */
function hasCompiler(): boolean {
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
