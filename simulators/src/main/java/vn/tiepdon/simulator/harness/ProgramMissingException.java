package vn.tiepdon.simulator.harness;

import java.nio.file.Path;
import java.util.List;

/** A program is not built, or the folder holds jars of several versions. */
public final class ProgramMissingException extends RuntimeException {

    private final String program;

    ProgramMissingException(String program, Path target, List<Path> jars) {
        super(("the %s is not built: expected one tiepdon-*.jar and a lib folder in %s, found %s;"
                        + " ./mvnw package (or verify) builds it")
                .formatted(program, target, jars));
        this.program = program;
    }

    public String program() {
        return program;
    }
}
