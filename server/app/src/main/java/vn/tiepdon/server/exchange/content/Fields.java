package vn.tiepdon.server.exchange.content;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;

/** One row: values by the names of their elements or columns. */
public final class Fields {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,12}([.,][0-9]{1,9})?");

    private final Map<String, String> values;

    public Fields(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Stripped and in NFC; empty when there is nothing. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .map(it -> Normalizer.normalize(it, Normalizer.Form.NFC).strip())
                .filter(it -> !it.isEmpty());
    }

    /** @throws RefusedException when it is longer */
    public Optional<String> text(String name, int longest) throws RefusedException {
        Optional<String> text = text(name);
        if (text.filter(it -> it.length() > longest).isPresent()) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, name);
        }
        return text;
    }

    /** @throws RefusedException when it is missing or longer */
    public String required(String name, int longest) throws RefusedException {
        return text(name, longest).orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, name));
    }

    /** The values between semicolons, without empty ones. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(it -> Arrays.stream(it.split(";")))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /**
     * With a point or a comma before the fraction.
     *
     * @throws RefusedException when it is no number
     */
    public Optional<BigDecimal> number(String name) throws RefusedException {
        Optional<String> text = text(name);
        if (text.filter(it -> !NUMBER.matcher(it).matches()).isPresent()) {
            throw new RefusedException(RefusalReason.NUMBER_INVALID, name);
        }
        return text.map(it -> new BigDecimal(it.replace(',', '.')));
    }

    /** What a field holds, behind a reader of its own; refused when that reader makes nothing of it. */
    public <T> Optional<T> read(String name, RefusalReason otherwise, Reader<T> reader) throws RefusedException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> read = reader.read(text.get());
        if (read.isEmpty()) {
            throw new RefusedException(otherwise, name);
        }
        return read;
    }

    /** From text to a value; empty when it is none. */
    @FunctionalInterface
    public interface Reader<T> {
        Optional<T> read(String text);
    }

    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }
}
