package vn.tiepdon.simulator.bench.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * JVM options that make hundreds of starts bearable and change nothing of what is judged: an archive of the loaded
 * classes, written when the first run ends, and the quick compiler alone.
 */
record FastStart(Path folder) {

    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    /** For the first start, which has to end in an orderly way. */
    List<String> recording() {
        return List.of(
                QUICK_COMPILER, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:ArchiveClassesAtExit=" + archive());
    }

    List<String> options() {
        return Files.exists(archive())
                ? List.of(QUICK_COMPILER, "-XX:SharedArchiveFile=" + archive())
                : List.of(QUICK_COMPILER);
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }
}
