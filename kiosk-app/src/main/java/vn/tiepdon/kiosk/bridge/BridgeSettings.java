package vn.tiepdon.kiosk.bridge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.tiepdon.kiosk.SettingsSource;

/**
 * What is particular to one bridge, from {@code bridge.properties} (UTF-8) in its data folder. A system property
 * {@code tiepdon.bridge.KEY} goes before the file's {@code KEY}. See docs/desk.md.
 *
 * @param server base address of the server, as browsers call it; empty where there is none, and cards are only read
 * @param dataFolder settings, device token, hashes of the browsers' tokens
 * @param enrolmentCode the administrator's one-time code; needed once
 * @param cardProvider as in the kiosk's settings
 * @param readerName which readers to use, when there are several
 * @param port on the loopback addresses
 * @param stationKeys a station's PKCS#12 file, for reading cards without a line
 * @param blockList the hospital's list of blocked cards, for the same
 */
public record BridgeSettings(
        Optional<URI> server,
        Path dataFolder,
        Optional<String> enrolmentCode,
        String cardProvider,
        Pattern readerName,
        int port,
        Optional<Path> stationKeys,
        Optional<Path> blockList) {

    private static final String PREFIX = "tiepdon.bridge.";

    /** @throws IllegalArgumentException when a value makes no sense; the message names its key */
    static BridgeSettings load(UnaryOperator<String> overrides) throws IOException {
        Path data = SettingsSource.dataFolder(PREFIX, "bridge", overrides);
        SettingsSource source = SettingsSource.load(PREFIX, data.resolve("bridge.properties"), overrides);
        return new BridgeSettings(
                source.text("server").map(text -> source.parsed("server", text, BridgeSettings::address)),
                data,
                source.text("enrolment-code"),
                source.parsed("card.provider", "jna", String::strip),
                source.parsed("card.reader", ".*", Pattern::compile),
                source.parsed("port", "47110", BridgeSettings::port),
                source.text("station-keys").map(Path::of),
                source.text("block-list").map(Path::of));
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a server");
        }
        return address;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("not a port");
        }
        return port;
    }

    /** Without the enrolment code. */
    @Override
    public String toString() {
        return "BridgeSettings[server=%s, dataFolder=%s, port=%d]".formatted(server, dataFolder, port);
    }
}
