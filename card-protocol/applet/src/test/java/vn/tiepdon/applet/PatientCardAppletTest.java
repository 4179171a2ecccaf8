package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.CardAlreadyPersonalisedException;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.CardBlankException;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardProof;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.UnexpectedStatusException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.Transport;

class PatientCardAppletTest {

    private static final byte[] CHALLENGE = CardChallenge.of("kiosk-1", Instant.EPOCH, new byte[16]);

    private final Hospital hospital = new Hospital();
    private final SimulatedCard card = new SimulatedCard();
    private final PatientCardReader reader = new PatientCardReader();

    @Test
    void aPersonalisedCardIdentifiesItsPatientInFourCommands() throws Exception {
        SignedIdentityRecord issued = hospital.issue(card);
        List<byte[]> sent = new ArrayList<>();
        Transport counting = command -> {
            sent.add(command);
            return card.transmit(command);
        };

        SignedIdentityRecord read = reader.read(counting);
        byte[] proof = reader.authenticate(counting, CHALLENGE);

        assertThat(read.encoded()).isEqualTo(issued.encoded());
        IdentityRecord identity = read.verify(hospital::key);
        CardProof.verify(identity.cardKey(), identity.cardId(), CHALLENGE, proof);
        assertThat(sent).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void theCardKeepsItsRecordAndKeyWhenItLeavesTheReader() throws Exception {
        SignedIdentityRecord issued = hospital.issue(card);
        card.pullAndPutBack();
        assertThat(reader.read(card).encoded()).isEqualTo(issued.encoded());
        byte[] proof = reader.authenticate(card, CHALLENGE);
        CardProof.verify(issued.claimed().cardKey(), issued.claimed().cardId(), CHALLENGE, proof);
    }

    @Test
    void aCopiedRecordDoesNotPassAsTheCard() throws Exception {
        SignedIdentityRecord original = hospital.issue(card);
        SimulatedCard copy = new SimulatedCard();
        PatientCardPersonaliser thief = new PatientCardPersonaliser(copy);
        thief.generateKey();
        thief.store(original);
        thief.activate();

        IdentityRecord identity = reader.read(copy).verify(hospital::key);
        byte[] proof = reader.authenticate(copy, CHALLENGE);

        assertThatThrownBy(() -> CardProof.verify(identity.cardKey(), identity.cardId(), CHALLENGE, proof))
                .isInstanceOf(CardAuthenticationFailedException.class);
    }

    @Test
    void anAnswerToOneChallengeIsWorthNothingForAnother() throws Exception {
        IdentityRecord identity = hospital.issue(card).claimed();
        reader.read(card);
        byte[] proof = reader.authenticate(card, CHALLENGE);
        byte[] later = CardChallenge.of("kiosk-1", Instant.EPOCH.plusMillis(1), new byte[16]);
        byte[] elsewhere = CardChallenge.of("kiosk-2", Instant.EPOCH, new byte[16]);
        for (byte[] other : List.of(later, elsewhere)) {
            assertThatThrownBy(() -> CardProof.verify(identity.cardKey(), identity.cardId(), other, proof))
                    .isInstanceOf(CardAuthenticationFailedException.class);
        }
    }

    @Test
    void aBlankCardIdentifiesNobody() {
        assertThatThrownBy(() -> reader.read(card)).isInstanceOf(CardBlankException.class);
    }

    @Test
    void aPersonalisedCardRefusesEveryWrite() throws Exception {
        SignedIdentityRecord issued = hospital.issue(card);
        PatientCardPersonaliser again = new PatientCardPersonaliser(card);
        assertThatThrownBy(again::generateKey).isInstanceOf(CardAlreadyPersonalisedException.class);
        assertThatThrownBy(() -> again.store(issued)).isInstanceOf(UnexpectedStatusException.class);
        assertThatThrownBy(again::activate).isInstanceOf(UnexpectedStatusException.class);
        assertThat(status("80E0000000")).isEqualTo("6985");
        assertThat(reader.read(card).encoded()).isEqualTo(issued.encoded());
    }

    @Test
    void aCardPulledOutAtAnyApduLeavesNoIdentity() throws Exception {
        hospital.issue(card);
        for (int pulledAt = 0; pulledAt < 4; pulledAt++) {
            card.pullAndPutBack();
            Transport pulled = pulledAt(pulledAt);
            assertThatThrownBy(() -> {
                        reader.read(pulled);
                        reader.authenticate(pulled, CHALLENGE);
                    })
                    .isInstanceOf(CardRemovedException.class);
        }
    }

    @Test
    void aCardPulledOutDuringPersonalisationStaysBlankAndCanBeStartedAgain() throws Exception {
        int commands = 5;
        for (int pulledAt = 0; pulledAt < commands; pulledAt++) {
            Transport pulled = pulledAt(pulledAt);
            assertThatThrownBy(() -> hospital.issue(pulled)).isInstanceOf(CardRemovedException.class);
            card.pullAndPutBack();
            assertThatThrownBy(() -> reader.read(card)).isInstanceOf(CardBlankException.class);
        }
        SignedIdentityRecord issued = hospital.issue(card);
        assertThat(reader.read(card).encoded()).isEqualTo(issued.encoded());
    }

    @Test
    void activationNeedsAKeyAndARecordWithACardId() throws Exception {
        select();
        assertThat(status("80F00000")).isEqualTo("6985");
        new PatientCardPersonaliser(card).generateKey();
        assertThat(status("80F00000")).isEqualTo("6985");
        assertThat(status("80E28100040000E100")).isEqualTo("9000");
        assertThat(status("80F00000")).isEqualTo("6A80");
        assertThat(status("80E28100070000E182FFFF82")).isEqualTo("9000");
        assertThat(status("80F00000")).isEqualTo("6A80");
    }

    @Test
    void whatTheLayoutReservesIsRefusedToday() throws Exception {
        hospital.issue(card);
        select();
        assertThat(status("00B0820000")).as("emergency file").isEqualTo("6A82");
        assertThat(status("00B0830000")).as("medication file").isEqualTo("6A82");
        assertThat(status("00B0840000")).as("visit log").isEqualTo("6A82");
        assertThat(status("0CB0810000")).as("secure messaging").isEqualTo("6882");
        assertThat(status("00D6810001FF")).as("UPDATE BINARY").isEqualTo("6D00");
        assertThat(status("A0B0810000")).as("another class").isEqualTo("6E00");
    }

    @Test
    void anOffsetOutsideTheFileIsRefused() throws Exception {
        hospital.issue(card);
        select();
        assertThat(status("00B0000000")).as("no file chosen yet").isEqualTo("6985");
        assertThat(status("00B0810001")).isEqualTo("9000");
        assertThat(status("00B07FFF00")).isEqualTo("6B00");
    }

    @Test
    void aFileThatDoesNotFitIsRefused() throws Exception {
        select();
        assertThat(status("80E2810003" + "0200" + "00")).isEqualTo("6A84");
        assertThat(status("80E2810003" + "FFFF" + "00")).isEqualTo("6A84");
        assertThat(status("80E2810001" + "00")).isEqualTo("6700");
        assertThat(status("80E2820003" + "0000" + "00")).isEqualTo("6A82");
    }

    @Test
    void onlyAChallengeOf32BytesIsSigned() throws Exception {
        hospital.issue(card);
        select();
        assertThat(status("0088000010" + "00".repeat(16) + "00")).isEqualTo("6700");
        UnexpectedStatusException refused =
                catchThrowableOfType(UnexpectedStatusException.class, () -> reader.authenticate(card, new byte[31]));
        assertThat(refused.instruction()).isEqualTo(0x88);
    }

    private Transport pulledAt(int index) {
        int[] sent = {0};
        return command -> {
            if (sent[0]++ >= index) {
                throw new CardRemovedException(null);
            }
            return card.transmit(command);
        };
    }

    private void select() throws Exception {
        assertThat(status("00A4040009F054494550444F4E0100")).isEqualTo("9000");
    }

    private String status(String command) throws Exception {
        return ResponseApdu.of(card.transmit(HexFormat.of().parseHex(command)))
                .status()
                .toString();
    }
}
