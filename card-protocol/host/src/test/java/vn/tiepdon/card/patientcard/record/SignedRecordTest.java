package vn.tiepdon.card.patientcard.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.SignatureInvalidException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.TestIdentity;
import vn.tiepdon.card.patientcard.UnknownSigningKeyException;

class SignedRecordTest {

    static final CardId CARD = TestIdentity.record().cardId();
    static final SigningKeyId SIGNER = TestIdentity.record().signingKeyId();
    static final List<byte[]> SIGNED =
            List.of(signed(TestRecords.emergency()), signed(TestRecords.medication()), signed(TestRecords.visit()));

    @Test
    void aSignedRecordIsReadBack() throws Exception {
        assertThat(SignedRecord.verify(CARD, SIGNED.get(0), SignedRecordTest::key))
                .isEqualTo(TestRecords.emergency());
        assertThat(SignedRecord.verify(CARD, SIGNED.get(1), SignedRecordTest::key))
                .isEqualTo(TestRecords.medication());
        assertThat(SignedRecord.verify(CARD, SIGNED.get(2), SignedRecordTest::key))
                .isEqualTo(TestRecords.visit());
    }

    @Test
    void noChangedBytePassesTheSignature() {
        for (byte[] signed : SIGNED) {
            for (int at = 0; at < signed.length; at++) {
                byte[] changed = signed.clone();
                changed[at] ^= (byte) (1 << at % Byte.SIZE);
                assertThat(refusal(changed)).as("byte %d", at).isInstanceOf(PatientCardException.class);
            }
        }
    }

    @Test
    void noCutOrLengthenedRecordIsOne() {
        for (byte[] signed : SIGNED) {
            for (int length = 0; length < signed.length; length++) {
                assertThat(refusal(Arrays.copyOf(signed, length))).isInstanceOf(MalformedRecordException.class);
            }
            assertThat(refusal(Arrays.copyOf(signed, signed.length + 1))).isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void aRecordOfAnotherCardIsNotThisOnes() {
        CardId other = CardId.ofHex("FF112233445566778899AABBCCDDEEFF");
        for (byte[] signed : SIGNED) {
            assertThatThrownBy(() -> SignedRecord.verify(other, signed, SignedRecordTest::key))
                    .isInstanceOf(SignatureInvalidException.class);
        }
    }

    @Test
    void anUnknownSignerIsNotAWrongSignature() {
        assertThatThrownBy(() -> SignedRecord.verify(CARD, SIGNED.get(0), id -> Optional.empty()))
                .isInstanceOf(UnknownSigningKeyException.class);
    }

    static Throwable refusal(byte[] bytes) {
        return catchThrowable(() -> SignedRecord.verify(CARD, bytes, SignedRecordTest::key));
    }

    static byte[] signed(MedicalRecord record) {
        try {
            return SignedRecord.sign(CARD, record.encode(SIGNER), TestIdentity.HOSPITAL.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<ECPublicKey> key(SigningKeyId id) {
        ECPublicKey key = (ECPublicKey) TestIdentity.HOSPITAL.getPublic();
        return SigningKeyId.of(key).equals(id) ? Optional.of(key) : Optional.empty();
    }
}
