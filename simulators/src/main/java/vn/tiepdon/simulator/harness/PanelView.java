package vn.tiepdon.simulator.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a room's panel shows, as far as whoever works there needs it.
 *
 * @param current the number that is called or inside
 * @param missed numbers that did not come
 * @param asking whether a question stands open
 * @param told what the server answers to an act that it refused; empty for nothing
 */
public record PanelView(Optional<Shown> current, List<Shown> missed, boolean asking, String told) {

    private static final Pattern CURRENT = Pattern.compile(
            "name=\"ticket\"[^>]*value=\"([^\"]+)\".{0,200}?name=\"version\"[^>]*value=\"(\\d+)\"", Pattern.DOTALL);
    private static final Pattern MISSED = Pattern.compile(
            "name=\"missed\"[^>]*value=\"([^\"]+)\".{0,200}?name=\"missedVersion\"[^>]*value=\"(\\d+)\"",
            Pattern.DOTALL);
    private static final Pattern TOLD = Pattern.compile("<p id=\"told\"[^>]*>([^<]*)<");

    /** A number and the state of it that the page knows. */
    public record Shown(UUID ticket, int version) {}

    public static PanelView of(String html) {
        Matcher told = TOLD.matcher(html);
        return new PanelView(
                shown(CURRENT, html).stream().findFirst(),
                shown(MISSED, html).stream().distinct().toList(),
                html.contains("id=\"ask\""),
                told.find() ? told.group(1).strip() : "");
    }

    private static List<Shown> shown(Pattern pattern, String html) {
        List<Shown> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(html);
        while (matcher.find()) {
            found.add(new Shown(UUID.fromString(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        }
        return found;
    }

    /** The fields with which a form says what its page showed. */
    public List<Map.Entry<String, String>> seen() {
        return current.map(it -> List.of(
                        Map.entry("ticket", it.ticket().toString()),
                        Map.entry("version", Integer.toString(it.version()))))
                .orElse(List.of());
    }
}
