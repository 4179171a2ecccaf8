package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The project's folder, where the built programs lie: each is {@code target/*.jar} beside {@code target/lib}. */
public record Home(Path root) {

    /** Where {@code ./tiepdon} and the build say where the project is. */
    public static final String PROPERTY = "tiepdon.home";

    /** @throws HomeUnknownException when the property is missing or names no project */
    public static Home ofSystemProperty() {
        String root = System.getProperty(PROPERTY);
        if (root == null || !Files.isRegularFile(Path.of(root, "server", "app", "pom.xml"))) {
            throw new HomeUnknownException(root);
        }
        return new Home(Path.of(root).toAbsolutePath().normalize());
    }

    public Program server() {
        return program("server", Path.of("server", "app"));
    }

    /** What fills an empty database with a whole province; it comes with the server. */
    public Program provinceMaker() {
        return new Program(
                "province",
                server().jar(),
                Optional.of(root.resolve(Path.of("server", "app", "province.jvmoptions"))),
                Optional.of("vn.tiepdon.server.synthetic.ProvinceCommand"));
    }

    public Program kiosk() {
        return program("kiosk", Path.of("kiosk-app"));
    }

    /** What lets a desk's browser reach its card reader; it comes with the kiosk. */
    public Program bridge() {
        return ofKiosk("bridge", "vn.tiepdon.kiosk.bridge.BridgeMain");
    }

    /** What reads patient cards without a server; it comes with the kiosk. */
    public Program cardTool() {
        return ofKiosk("card", "vn.tiepdon.kiosk.station.CardTool");
    }

    private Program ofKiosk(String name, String mainClass) {
        Program kiosk = kiosk();
        return new Program(name, kiosk.jar(), kiosk.options(), Optional.of(mainClass));
    }

    /** The demo, the benchmarks and the simulated devices. */
    public Program simulators() {
        return program("simulators", Path.of("simulators"));
    }

    /** An existing folder {@code target/NAME} for what a run leaves behind. */
    public Path work(String name) {
        try {
            return Files.createDirectories(root.resolve("target").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The short commit id, or "unknown" outside a git clone. */
    public String commit() {
        try {
            Process git = new ProcessBuilder("git", "-C", root.toString(), "rev-parse", "--short", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            boolean done = git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0;
            return done ? answer.strip() : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    private Program program(String name, Path module) {
        Path target = root.resolve(module).resolve("target");
        List<Path> jars;
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            jars = files.filter(Home::isProgramJar).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (jars.size() != 1 || !Files.isDirectory(target.resolve("lib"))) {
            throw new ProgramMissingException(name, target, jars);
        }
        Path options = root.resolve(module).resolve(name + ".jvmoptions");
        return new Program(name, jars.get(0), Optional.of(options).filter(Files::isRegularFile));
    }

    private static boolean isProgramJar(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("tiepdon-")
                && name.endsWith(".jar")
                && Stream.of("-sources.jar", "-javadoc.jar", "-tests.jar").noneMatch(name::endsWith);
    }
}
