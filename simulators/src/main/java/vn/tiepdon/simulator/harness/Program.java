package vn.tiepdon.simulator.harness;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A built program.
 *
 * @param jar its manifest names the main class and the libraries beside it
 * @param options the argument file with the JVM options that the program ships with
 */
public record Program(String name, Path jar, Optional<Path> options) {}
