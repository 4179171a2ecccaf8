package vn.tiepdon.simulator.harness;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Kills on the way out whatever still runs: Ctrl-C in the middle of a benchmark leaves nothing behind. */
final class LiveProcesses {

    private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> LIVE.forEach(Process::destroyForcibly), "stop-child-processes"));
    }

    private LiveProcesses() {}

    static void add(Process process) {
        LIVE.add(process);
        process.onExit().thenRun(() -> LIVE.remove(process));
    }
}
