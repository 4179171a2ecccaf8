package vn.tiepdon.server.card.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;

/** How a master is called in its store: {@code reading-1}. */
final class MasterName {

    private static final Pattern FORM = Pattern.compile("([a-z]+)-([1-9]|1[0-5])");

    private MasterName() {}

    static String of(KeyVersion version) {
        return version.role().name().toLowerCase(Locale.ROOT) + "-" + version.generation();
    }

    /** Empty for what is no master: a token may hold other keys too. */
    static Optional<KeyVersion> parse(String alias) {
        Matcher name = FORM.matcher(alias);
        if (!name.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(CardRole.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name.group(1)))
                .findFirst()
                .map(role -> new KeyVersion(role, Integer.parseInt(name.group(2))));
    }
}
