package vn.tiepdon.server.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** What counts as a consent: it names its wording and language, and was given for this reading. */
@Component
class ConsentRule {

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z._-]{1,20}");
    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    private final HospitalClock clock;
    private final Duration skew;
    private final Duration life;

    ConsentRule(HospitalClock clock, TiepDonSettings settings) {
        this.clock = clock;
        this.skew = settings.card().challengeSkew();
        this.life = settings.citizen().consentLife();
    }

    boolean isComplete(Presentation.ChipConsent consent) {
        return consent != null
                && consent.textVersion() != null
                && VERSION.matcher(consent.textVersion()).matches()
                && consent.language() != null
                && LANGUAGES.contains(consent.language())
                && consent.at() != null;
    }

    boolean isFresh(Presentation.ChipConsent consent) {
        Instant now = clock.now();
        return consent.at().isAfter(now.minus(life)) && consent.at().isBefore(now.plus(skew));
    }
}
