package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Resident memory of a process in KiB: {@code VmRSS} of {@code /proc/PID/status}, or {@code ps -o rss=} where there is
 * no {@code /proc}.
 */
public record ResidentMemory(long kibibytes) {

    static ResidentMemory of(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return new ResidentMemory(Files.exists(status) ? parse(Files.readAllLines(status)) : askPs(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** MiB, as "MB" is commonly meant for memory. */
    public double megabytes() {
        return kibibytes / 1024.0;
    }

    static long parse(List<String> status) throws IOException {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("no VmRSS: the process has ended"));
    }

    private static long askPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (answer.isEmpty()) {
            throw new IOException("ps knows no process " + pid);
        }
        return Long.parseLong(answer);
    }
}
