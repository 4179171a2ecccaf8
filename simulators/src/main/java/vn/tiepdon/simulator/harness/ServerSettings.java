package vn.tiepdon.simulator.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a server under test runs.
 *
 * @param folder its data (H2 file, keys) in {@code data}, its log as {@code server.log}
 * @param staffPassword of the staff made at the first start
 * @param properties further settings of the server, as docs/operation.md names them
 * @param jvmOptions after those the server ships with
 * @param readyWithin from process start to a good health answer; the first start makes the hospital
 */
public record ServerSettings(
        Path folder,
        ServerDatabase database,
        String staffPassword,
        Map<String, String> properties,
        List<String> jvmOptions,
        Duration readyWithin) {

    /** The invented hospital, its clinics open at any hour and never full. */
    public static ServerSettings synthetic(Path folder, ServerDatabase database, String staffPassword) {
        return new ServerSettings(
                folder,
                database,
                staffPassword,
                Map.of(
                        "tiepdon.synthetic.enabled", "true",
                        "tiepdon.synthetic.always-open", "true",
                        "tiepdon.synthetic.daily-quota", "1000000"),
                List.of(),
                Duration.ofMinutes(3));
    }

    /** The invented hospital in an H2 file, as the server comes. */
    public static ServerSettings synthetic(Path folder, String staffPassword) {
        return synthetic(folder, new ServerDatabase.H2(data(folder)), staffPassword);
    }

    public ServerSettings with(String property, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(property, value);
        return new ServerSettings(folder, database, staffPassword, Map.copyOf(more), jvmOptions, readyWithin);
    }

    public ServerSettings withJvmOptions(List<String> options) {
        List<String> more = new ArrayList<>(jvmOptions);
        more.addAll(options);
        return new ServerSettings(folder, database, staffPassword, properties, List.copyOf(more), readyWithin);
    }

    public ServerSettings withReadyWithin(Duration patience) {
        return new ServerSettings(folder, database, staffPassword, properties, jvmOptions, patience);
    }

    Map<String, String> all(int port) {
        Map<String, String> all = new HashMap<>(database.settings());
        all.put("server.address", "127.0.0.1");
        all.put("server.port", Integer.toString(port));
        all.put("tiepdon.data", data(folder).toAbsolutePath().toString());
        all.put("tiepdon.first-password", staffPassword);
        all.putAll(properties);
        return all;
    }

    Path log() {
        return folder.resolve("server.log");
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }
}
