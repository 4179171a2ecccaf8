package vn.tiepdon.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.CardBlankException;
import vn.tiepdon.card.patientcard.CardBlockedException;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardEndedException;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardSerial;
import vn.tiepdon.card.patientcard.KeyOrderRefusedException;
import vn.tiepdon.card.patientcard.KeySetMissingException;
import vn.tiepdon.card.patientcard.KeysRefusedException;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.NotAllowedException;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardRecords;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.RevisionNotNewerException;
import vn.tiepdon.card.patientcard.TriesUsedUpException;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.Transport;

/** The computer's side of docs/patient-card.md against the applet itself. */
class VirtualPatientCardTest {

    private static final byte[] EMERGENCY = filled(1024, 'e');
    private static final byte[] MEDICATION = filled(239 * 2, 'm');
    private static final byte[] VISIT = filled(192, 'v');

    private final PatientCardReader reader = new PatientCardReader();
    private VirtualPatientCard card;
    private CardId id;

    @BeforeEach
    void makeCard() throws Exception {
        card = VirtualPatientCard.personalised(new TestHospital()::issue);
        id = reader.read(card.transport()).claimed().cardId();
    }

    @Test
    void whatWasWrittenIsReadBackToTheByte() throws Exception {
        new PatientCardWriter(open(CardRole.WRITING))
                .apply(3, Optional.of(EMERGENCY), Optional.of(MEDICATION), Optional.of(VISIT));
        PatientCardRecords records = new PatientCardRecords(open(CardRole.READING));
        assertThat(records.emergency())
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(EMERGENCY));
        assertThat(records.medication())
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(MEDICATION));
        assertThat(records.visits(24)).containsExactly(VISIT);
        CardDirectory directory = select();
        assertThat(directory.revision()).isEqualTo(3);
        assertThat(directory.visits()).isEqualTo(1);
        assertThat(directory.emergencyLength()).isEqualTo(1024);
        assertThat(directory.medicationLength()).isEqualTo(478);
    }

    @Test
    void noTwoCardsMakeTheSameChallenge() throws Exception {
        VirtualPatientCard other = VirtualPatientCard.personalised(new TestHospital()::issue);
        assertThat(challengeOf(other)).isNotEqualTo(challengeOf(card));
    }

    @Test
    void anEmptyCardHasNoRecords() throws Exception {
        PatientCardRecords records = new PatientCardRecords(open(CardRole.READING));
        assertThat(records.emergency()).isEmpty();
        assertThat(records.medication()).isEmpty();
        assertThat(records.visits(24)).isEmpty();
    }

    @Test
    void theLogKeepsTheLatestVisits() throws Exception {
        PatientCardWriter writer = new PatientCardWriter(open(CardRole.WRITING));
        for (int visit = 1; visit <= 30; visit++) {
            writer.apply(visit, Optional.empty(), Optional.empty(), Optional.of(new byte[] {(byte) visit}));
        }
        List<byte[]> visits = new PatientCardRecords(open(CardRole.READING)).visits(24);
        assertThat(visits).hasSize(24);
        assertThat(visits.get(0)).containsExactly(30);
        assertThat(visits.get(23)).containsExactly(7);
    }

    @Test
    void aRevisionThatIsNotNewerChangesNothing() throws Exception {
        new PatientCardWriter(open(CardRole.WRITING))
                .apply(3, Optional.of(EMERGENCY), Optional.empty(), Optional.empty());
        PatientCardWriter late = new PatientCardWriter(open(CardRole.WRITING));
        assertThatThrownBy(() -> late.apply(3, Optional.of(MEDICATION), Optional.empty(), Optional.empty()))
                .isInstanceOf(RevisionNotNewerException.class);
        assertThat(new PatientCardRecords(open(CardRole.READING)).emergency())
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(EMERGENCY));
    }

    @Test
    void aReaderWritesNothingAndAWriterEndsNothing() throws Exception {
        PatientCardWriter reading = new PatientCardWriter(open(CardRole.READING));
        assertThatThrownBy(() -> reading.apply(9, Optional.empty(), Optional.empty(), Optional.of(VISIT)))
                .isInstanceOf(NotAllowedException.class);
        PatientCardWriter writing = new PatientCardWriter(open(CardRole.WRITING));
        assertThatThrownBy(writing::end).isInstanceOf(NotAllowedException.class);
        assertThat(select().state()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void aBlockedCardShowsWhoseItIsAndIsUnblockedByAnAdministrator() throws Exception {
        new PatientCardWriter(open(CardRole.WRITING)).block();
        assertThatThrownBy(() -> reader.read(card.transport())).isInstanceOf(CardBlockedException.class);
        assertThat(reader.identity(card.transport(), select()).claimed().cardId())
                .isEqualTo(id);
        new PatientCardWriter(open(CardRole.ADMINISTERING)).unblock();
        assertThat(reader.read(card.transport()).claimed().cardId()).isEqualTo(id);
    }

    @Test
    void anEndedCardIsNobodysForEver() throws Exception {
        new PatientCardWriter(open(CardRole.ADMINISTERING)).end();
        assertThatThrownBy(() -> reader.read(card.transport())).isInstanceOf(CardEndedException.class);
        CardDirectory ended = select();
        assertThatThrownBy(() -> reader.identity(card.transport(), ended)).isInstanceOf(CardEndedException.class);
        assertThat(ended.administering()).isEmpty();
    }

    @Test
    void aBlankCardSaysSo() throws Exception {
        VirtualPatientCard blank = VirtualPatientCard.blank();
        assertThatThrownBy(() -> reader.read(blank.transport())).isInstanceOf(CardBlankException.class);
        assertThat(PatientCardReader.select(blank.transport()).requireBlank().reading())
                .isEmpty();
    }

    @Test
    void wrongKeysAreCountedDownAndThenClosed() throws Exception {
        SessionKeys wrong = new SessionKeys(new byte[16], new byte[16], new byte[16], new byte[8]);
        KeyVersion version = new KeyVersion(CardRole.READING, 1);
        for (int left = 14; left >= 0; left--) {
            int expected = left;
            select();
            SecureChannel.request(card.transport(), version, new byte[8]);
            assertThatThrownBy(() -> SecureChannel.open(card.transport(), wrong))
                    .isInstanceOfSatisfying(KeysRefusedException.class, e -> assertThat(e.triesLeft())
                            .isEqualTo(expected));
        }
        select();
        assertThatThrownBy(() -> SecureChannel.request(card.transport(), version, new byte[8]))
                .isInstanceOf(TriesUsedUpException.class);
        new PatientCardWriter(open(CardRole.ADMINISTERING)).unblock();
        assertThat(open(CardRole.READING)).isNotNull();
    }

    @Test
    void aKeySetThatTheCardDoesNotHoldIsMissing() throws Exception {
        select();
        KeyVersion next = new KeyVersion(CardRole.READING, 2);
        assertThatThrownBy(() -> SecureChannel.request(card.transport(), next, new byte[8]))
                .isInstanceOf(KeySetMissingException.class);
    }

    @Test
    void aKeyOrderForAnotherCardIsRefused() throws Exception {
        PatientCardWriter writer = new PatientCardWriter(open(CardRole.WRITING));
        assertThatThrownBy(() -> writer.putKeys(new KeyVersion(CardRole.READING, 2), new byte[64]))
                .isInstanceOf(KeyOrderRefusedException.class);
    }

    @Test
    void aPersonalisationThatIsCutOffLeavesTheCardBlank() throws Exception {
        CardSerial serial = CardSerial.ofHex("0000000000000001");
        VirtualPatientCard blank = VirtualPatientCard.blank(serial, InventedKeys.transport(serial));
        PatientCardReader.select(blank.transport());
        new PatientCardPersonaliser(InventedKeys.open(blank.transport(), InventedKeys.transport(serial))).generateKey();
        blank.reset();
        assertThat(PatientCardReader.select(blank.transport()).state()).isEqualTo(Lifecycle.BLANK);
    }

    @Test
    void aMessageThatWasChangedOnItsWayEndsTheSession() throws Exception {
        Transport changing = command -> {
            byte[] changed = command.clone();
            if (command[1] == (byte) 0xE4) {
                changed[6] ^= 1;
            }
            return card.transmit(changed);
        };
        PatientCardReader.select(changing);
        SecureChannel secure = InventedKeys.open(changing, CardRole.WRITING, id);
        PatientCardWriter writer = new PatientCardWriter(secure);
        assertThatThrownBy(() -> writer.apply(5, Optional.of(EMERGENCY), Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(SecureMessagingException.class, e -> assertThat(e.reason())
                        .isEqualTo(SecureMessagingException.Reason.COMMAND_REFUSED));
        assertThatThrownBy(writer::block)
                .isInstanceOfSatisfying(SecureMessagingException.class, e -> assertThat(e.reason())
                        .isEqualTo(SecureMessagingException.Reason.CLOSED));
        assertThat(select().emergencyLength()).isZero();
    }

    private SecureChannel open(CardRole role) throws Exception {
        select();
        return InventedKeys.open(card.transport(), role, id);
    }

    private CardDirectory select() throws Exception {
        return PatientCardReader.select(card.transport());
    }

    private byte[] challengeOf(VirtualPatientCard asked) throws Exception {
        reader.read(asked.transport());
        byte[] answer = SecureChannel.request(asked.transport(), new KeyVersion(CardRole.READING, 1), new byte[8]);
        return Arrays.copyOfRange(answer, 13, 21);
    }

    private static byte[] filled(int length, char with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }
}
