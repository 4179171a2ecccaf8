package vn.tiepdon.simulator.harness;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A built program.
 *
 * @param jar its manifest names the main class and the libraries beside it
 * @param options the argument file with the JVM options that the program ships with
 * @param mainClass another main class in the same jar
 */
public record Program(String name, Path jar, Optional<Path> options, Optional<String> mainClass) {

    public Program(String name, Path jar, Optional<Path> options) {
        this(name, jar, options, Optional.empty());
    }
}
