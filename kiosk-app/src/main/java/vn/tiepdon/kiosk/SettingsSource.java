package vn.tiepdon.kiosk;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A file of settings with another source laid over it.
 *
 * @param prefix stands before each key in the other source
 */
public record SettingsSource(String prefix, Properties file, UnaryOperator<String> overrides) {

    /** @param path UTF-8; it need not be there */
    public static SettingsSource load(String prefix, Path path, UnaryOperator<String> overrides) throws IOException {
        Properties file = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                file.load(reader);
            }
        }
        return new SettingsSource(prefix, file, overrides);
    }

    /** @return the folder of settings and secrets: the setting {@code data}, or one of this name in the user's home */
    public static Path dataFolder(String prefix, String name, UnaryOperator<String> overrides) {
        String folder = overrides.apply(prefix + "data");
        return (folder == null ? Path.of(System.getProperty("user.home"), ".tiepdon", name) : Path.of(folder))
                .toAbsolutePath();
    }

    /** @return the value without surrounding blanks; {@code none} and the empty text mean that there is none */
    public Optional<String> text(String key) {
        String value = Optional.ofNullable(overrides.apply(prefix + key))
                .orElseGet(() -> file.getProperty(key, ""))
                .strip();
        return value.isEmpty() || "none".equals(value) ? Optional.empty() : Optional.of(value);
    }

    /** @throws IllegalArgumentException when the value makes no sense; the message names its key */
    public <T> T parsed(String key, String unless, Function<String, T> parse) {
        try {
            return parse.apply(text(key).orElse(unless));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the setting " + key + " makes no sense", e);
        }
    }
}
