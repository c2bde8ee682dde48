package leakdiff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of JSON for a line of JSON, on the thread that runs the tests: nothing else is there for leakdiff between
 * rounds. Its file among the sockets tells where it listens, and the word that whoever asks has to know.
 */
final class Session {
    private static int opened;
    private static final Pattern REQUEST = Pattern.compile("\"do\"\\s*:\\s*\"(\\w+)\"");

    private final ServerSocket listener;
    private final String word;
    private final String name;
    private final Repetition tests;
    private Socket connection;
    private BufferedReader lines;

    private Session(ServerSocket listener, String word, String name, Repetition tests) {
        this.listener = listener;
        this.word = word;
        this.name = name;
        this.tests = tests;
    }

    static Session open(String sockets, String directory, Repetition tests) {
        try {
            ServerSocket listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
            String word = Long.toHexString(new SecureRandom().nextLong()) + Long.toHexString(new SecureRandom().nextLong());
            String trace = "traced".equals(System.getenv("LEAKDIFF_TRACE")) ? "traced" : "plain";
            String file = "jvm-" + ProcessHandle.current().pid() + "-t" + ++opened + "-" + trace + ".sock";
            // Whole as soon as it has its name.
            Path written = Files.createTempFile(
                    Paths.get(sockets), "tests", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(written, (listener.getLocalPort() + " " + word).getBytes(StandardCharsets.UTF_8));
            Files.move(written, Paths.get(sockets, file), StandardCopyOption.ATOMIC_MOVE);
            return new Session(listener, word, nameOf(Paths.get(directory), tests.classes()), tests);
        } catch (IOException e) {
            throw new UncheckedIOException("leakdiff: these tests cannot be repeated", e);
        }
    }

    /** The file of one class, or the folder of the tests of several, below the directory of the workload. */
    private static String nameOf(Path directory, Set<String> classes) throws IOException {
        Path module = Paths.get("").toRealPath();
        Path file = classes.size() == 1 ? fileOf(module.resolve("src"), classes.iterator().next()) : null;
        return told(directory, file == null ? module.resolve("src/test") : file);
    }

    /** By the folders of its package; in Kotlin these may be left out. null: none, or nobody knows which. */
    private static Path fileOf(Path sources, String ofClass) throws IOException {
        if (!Files.isDirectory(sources)) return null;
        Pattern ending = Pattern.compile("\\.(?:java|kt|groovy|scala)$");
        String path = ofClass.replace('.', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Path> named;
        try (Stream<Path> all = Files.walk(sources)) {
            named = all.filter(one -> ending.matcher(one.toString()).replaceFirst("").endsWith("/" + name)).collect(Collectors.toList());
        }
        for (Path one : named) if (ending.matcher(one.toString()).replaceFirst("").endsWith("/" + path)) return one;
        return named.size() == 1 ? named.get(0) : null;
    }

    private static String told(Path directory, Path path) {
        return directory.relativize(path).toString();
    }

    void untilFirstRound() {
        while (true) {
            String what = next();
            if (what.equals("round")) return;
            if (what.equals("end")) {
                answer("null");
                close();
                return;
            }
            other(what);
        }
    }

    void untilEnd(Round first) {
        if (listener.isClosed()) return;
        Round last = first;
        answer(told(first));
        while (true) {
            String what = next();
            if (what.equals("end")) {
                answer("null");
                close();
                return;
            }
            if (what.equals("leave")) {
                tests.leaveOut(last.failing);
                answer("null");
            } else if (what.equals("round")) {
                last = tests.run();
                answer(told(last));
            } else other(what);
        }
    }

    private void other(String what) {
        // Whether others follow nobody knows before they do.
        if (what.equals("name")) answer("{\"name\":" + quoted(name) + ",\"goesOn\":true}");
        else write("{\"problem\":\"the listener and leakdiff are of different versions\"}");
    }

    private static String told(Round round) {
        StringBuilder failing = new StringBuilder();
        for (Map.Entry<String, String> one : round.failing.entrySet())
            failing.append(failing.length() == 0 ? "" : ",").append(quoted(one.getValue()));
        String failed = round.failing.isEmpty() ? "null" : quoted(round.failing.values().iterator().next());
        return "{\"executed\":" + round.executed + ",\"failed\":" + failed + ",\"failing\":[" + failing + "]}";
    }

    private String next() {
        while (true) {
            try {
                if (connection == null) {
                    connection = listener.accept();
                    lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                }
                String line = lines.readLine();
                Matcher request = REQUEST.matcher(line == null ? "" : line);
                if (line != null && line.contains(word) && request.find()) return request.group(1);
                connection.close();
                connection = null;
            } catch (IOException e) {
                connection = null;
                if (listener.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(String json) {
        write("{\"answer\":" + json + "}");
    }

    private void write(String line) {
        try {
            if (connection != null) connection.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            connection = null;
        }
    }

    private void close() {
        try {
            if (connection != null) connection.close();
            listener.close();
        } catch (IOException gone) {
            connection = null;
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c < ' ') json.append(String.format("\\u%04x", (int) c));
            else json.append(c);
        }
        return json.append('"').toString();
    }
}
