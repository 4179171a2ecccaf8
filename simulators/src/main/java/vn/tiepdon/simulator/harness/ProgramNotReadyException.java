package vn.tiepdon.simulator.harness;

import java.nio.file.Path;

/** A program ended, or did nothing, before it was ready. Its log says why. */
public final class ProgramNotReadyException extends RuntimeException {

    private final Path log;

    ProgramNotReadyException(String program, String what, LogTail log) {
        super("the %s %s; %s ends with:%n  %s"
                .formatted(program, what, log.file(), String.join("%n  ".formatted(), log.lastLines(15))));
        this.log = log.file();
    }

    public Path log() {
        return log;
    }
}
