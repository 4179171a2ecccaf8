package vn.tiepdon.kiosk.device.card;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** Judges a record of nobody, signed with a key made for it: the first signature of a day takes far longer than the next. */
final class CardRehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(CardRehearsal.class);
    private static final int TIMES = 30;

    private CardRehearsal() {}

    static void run() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey key = (ECPublicKey) pair.getPublic();
            byte[] file =
                    SignedIdentityRecord.sign(nobody(key), pair.getPrivate()).encoded();
            for (int i = 0; i < TIMES; i++) {
                SignedIdentityRecord.parse(file).verify(id -> Optional.of(key));
            }
        } catch (GeneralSecurityException | PatientCardException e) {
            LOG.warn("this computer could not judge a card signed a moment ago", e);
        }
    }

    private static IdentityRecord nobody(ECPublicKey key) {
        return new IdentityRecord(
                "00000",
                new CardId(new byte[CardId.LENGTH]),
                "0",
                "Ă",
                PartialDate.parse("1900"),
                Sex.NOT_KNOWN,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                CardPublicKey.of(key),
                SigningKeyId.of(key));
    }
}
