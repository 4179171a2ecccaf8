package vn.tiepdon.server.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads the lists that come with the program: fields by semicolon, a comment line by {@code #}. */
final class Lines {

    private Lines() {}

    static <T> List<T> read(String name, Function<String[], T> line) {
        try (InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(text -> !text.startsWith("#") && !text.isBlank())
                    .map(text -> line.apply(text.split(";")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
