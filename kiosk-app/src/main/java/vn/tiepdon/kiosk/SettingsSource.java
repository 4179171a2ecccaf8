package vn.tiepdon.kiosk;

import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A file of settings with another source laid over it. */
record SettingsSource(Properties file, UnaryOperator<String> overrides) {

    /** @return the value without surrounding blanks; {@code none} and the empty text mean that there is none */
    Optional<String> text(String key) {
        String value = Optional.ofNullable(overrides.apply(KioskSettings.PREFIX + key))
                .orElseGet(() -> file.getProperty(key, ""))
                .strip();
        return value.isEmpty() || "none".equals(value) ? Optional.empty() : Optional.of(value);
    }

    <T> T parsed(String key, String unless, Function<String, T> parse) {
        try {
            return parse.apply(text(key).orElse(unless));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the setting " + key + " makes no sense", e);
        }
    }
}
