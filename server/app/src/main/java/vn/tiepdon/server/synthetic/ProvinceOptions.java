package vn.tiepdon.server.synthetic;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What province to make, and where.
 *
 * @param until the last day of the year of visits
 * @param data folder of the H2 file, unless there is a database
 * @param database JDBC URL of PostgreSQL
 * @param password of the staff that is made; empty for a random one
 */
record ProvinceOptions(
        int patients,
        int visits,
        int facilities,
        long seed,
        LocalDate until,
        Path data,
        Optional<String> database,
        String user,
        String databasePassword,
        Optional<String> password) {

    /** Facility codes have three digits to tell them apart. */
    private static final int MOST_FACILITIES = 900;

    private static final int MOST_VISITS = 100_000_000;
    private static final Set<String> KNOWN =
            Set.of("patients", "visits", "facilities", "seed", "until", "data", "database", "user", "password");

    /**
     * @param words {@code --name VALUE} or {@code --name=VALUE}
     * @param today the last day of the visits when none is named
     * @param environment where the database's password comes from
     * @throws IllegalArgumentException with a text for whoever typed it
     */
    static ProvinceOptions parse(List<String> words, LocalDate today, Map<String, String> environment) {
        Map<String, String> given = pairs(words);
        return new ProvinceOptions(
                number(given, "patients", 2_000_000, 1, Numbers.MOST),
                number(given, "visits", 3_200_000, 0, MOST_VISITS),
                number(given, "facilities", 472, 1, MOST_FACILITIES),
                number(given, "seed", 20_260_101, 0, Integer.MAX_VALUE),
                given.containsKey("until") ? LocalDate.parse(given.get("until")) : today,
                Path.of(given.getOrDefault("data", "./data")),
                Optional.ofNullable(given.get("database")),
                given.getOrDefault("user", environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "tiepdon")),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""),
                Optional.ofNullable(given.get("password")));
    }

    private static Map<String, String> pairs(List<String> words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") ? word.substring(2, equals < 0 ? word.length() : equals) : "";
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown option " + word);
            }
            if (equals < 0 && i + 1 == words.size()) {
                throw new IllegalArgumentException(word + " wants a value");
            }
            given.put(name, equals < 0 ? words.get(++i) : word.substring(equals + 1));
        }
        return given;
    }

    private static int number(Map<String, String> given, String name, int unless, int least, int most) {
        String text = given.getOrDefault(name, Integer.toString(unless)).replace("_", "");
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told below like one out of range.
        }
        throw new IllegalArgumentException("--%s wants a number from %,d to %,d".formatted(name, least, most));
    }

    @Override
    public String toString() {
        return "ProvinceOptions[" + patients + " patients, " + visits + " visits, " + facilities + " facilities]";
    }
}
