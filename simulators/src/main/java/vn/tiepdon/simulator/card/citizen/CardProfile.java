package vn.tiepdon.simulator.card.citizen;

import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.DERSet;

/** What a card's quirks mean for its protocols. */
final class CardProfile {

    private static final int SHORT_READ = 100;
    private static final int EXTENDED_READ = 2048;

    private final Set<Quirk> quirks;

    CardProfile(Set<Quirk> quirks) {
        this.quirks = quirks;
    }

    Optional<PaceSuite> pace() {
        if (quirks.contains(Quirk.NO_PACE)) {
            return Optional.empty();
        }
        Curve curve = quirks.contains(Quirk.PACE_P384) ? Curve.NIST_P384 : Curve.BRAINPOOL_P256R1;
        return Optional.of(new PaceSuite(curve, paceCipher()));
    }

    private SessionCipher paceCipher() {
        if (quirks.contains(Quirk.PACE_TRIPLE_DES)) {
            return SessionCipher.TRIPLE_DES;
        }
        if (quirks.contains(Quirk.PACE_AES_192)) {
            return SessionCipher.AES_192;
        }
        return quirks.contains(Quirk.PACE_AES_256) ? SessionCipher.AES_256 : SessionCipher.AES_128;
    }

    Optional<SessionCipher> chipAuthentication() {
        if (quirks.contains(Quirk.NO_CHIP_AUTHENTICATION)) {
            return Optional.empty();
        }
        if (quirks.contains(Quirk.CHIP_AUTHENTICATION_TRIPLE_DES)) {
            return Optional.of(SessionCipher.TRIPLE_DES);
        }
        return Optional.of(
                quirks.contains(Quirk.CHIP_AUTHENTICATION_AES_256) ? SessionCipher.AES_256 : SessionCipher.AES_128);
    }

    /** EF.CardAccess. */
    Optional<byte[]> cardAccess() {
        return pace().map(suite -> Der.of(new DERSet(suite.info())));
    }

    /** @return the most bytes of a file that one answer holds */
    int longestRead(CardCommand command, Optional<SecureChannel> channel) {
        if (quirks.contains(Quirk.SHORT_READS)) {
            return SHORT_READ;
        }
        if (command.extended()) {
            return EXTENDED_READ;
        }
        return channel.map(SecureChannel::shortAnswerLimit).orElse(CardCommand.SHORT_MAX);
    }
}
