package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads the kiosk's own style sheet: what is written there is what is drawn. */
class ContrastTest {

    private static final double LEAST = 7;
    private static final Pattern COLOUR = Pattern.compile("(-[a-z-]+):\\s*(#[0-9A-F]{6});");
    private static final Pattern RULE = Pattern.compile("(?m)^\\.([^{]+)\\{([^}]*)}");
    private static final Pattern FILL = Pattern.compile("-fx-text-fill:\\s*(-[a-z-]+)");
    private static final Pattern GROUND = Pattern.compile("-fx-background-color:\\s*(-[a-z-]+)");

    /** Text without a ground of its own lies on one of these. */
    private static final Map<String, List<String>> GROUNDS = Map.of(
            "attention-text", List.of("-paper", "-ground", "-attention-ground"),
            "paper-text", List.of("-done-ground"));

    @Test
    void everyTextStandsOutSevenToOne() throws IOException {
        String css;
        try (InputStream stream = ContrastTest.class.getResourceAsStream("kiosk.css")) {
            css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> colours = new HashMap<>();
        COLOUR.matcher(css).results().forEach(found -> colours.put(found.group(1), found.group(2)));
        Map<String, String> tiles = new HashMap<>();
        List<String> judged = new ArrayList<>();
        for (MatchResult rule : RULE.matcher(css).results().toList()) {
            String name = rule.group(1).strip();
            String ground = first(GROUND, rule.group(2));
            String fill = first(FILL, rule.group(2));
            if (ground != null) {
                tiles.put(name, ground);
            }
            if (fill == null) {
                continue;
            }
            String tile = name.split(" ")[0];
            List<String> grounds = ground != null
                    ? List.of(ground)
                    : name.contains(" ")
                            ? List.of(tiles.get(tile))
                            : GROUNDS.getOrDefault(name, List.of("-paper", "-ground"));
            for (String under : grounds) {
                judged.add(name);
                assertThat(contrast(colours.get(fill), colours.get(under)))
                        .as("%s: %s on %s", name, fill, under)
                        .isGreaterThanOrEqualTo(LEAST);
            }
        }
        assertThat(judged).contains("main", "other", "ink", "tile-shut .on-tile", "attention-text");
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
    }

    /** WCAG 2.2, relative luminance. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
