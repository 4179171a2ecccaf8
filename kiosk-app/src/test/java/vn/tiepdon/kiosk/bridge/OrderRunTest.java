package vn.tiepdon.kiosk.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardRecords;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.kiosk.card.ChipCard;
import vn.tiepdon.kiosk.card.Hospital;
import vn.tiepdon.kiosk.card.Records;
import vn.tiepdon.kiosk.client.ReceptionException;

class OrderRunTest {

    private static final UUID ORDER = new UUID(1, 2);

    private final DeskServer server = new DeskServer();
    private final ChipCard card = ChipCard.blank(server.hospital);
    private final List<BridgeEvent> told = new ArrayList<>();

    private void perform(ChipCard with) throws Exception {
        new OrderRun(ORDER, server, new Asking(Duration.ofMillis(1)), told::add).perform(with);
    }

    private List<String> names() {
        return told.stream().map(BridgeEvent::name).toList();
    }

    @Test
    void aBlankCardBecomesThePatients() throws Exception {
        perform(card);
        CardDirectory directory = card.directory();
        assertThat(directory.state()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(directory.administering()).contains(new KeyVersion(CardRole.ADMINISTERING, 1));
        assertThat(server.steps).containsExactly("card", "opening", "preparation", "completion");
        assertThat(server.reports.get(0).keyVersions()).containsExactly(0x11, 0x21, 0x31);
        assertThat(names()).startsWith("opened", "key-made", "written").containsOnlyOnce("opened");
        assertThat(told.get(told.size() - 1).data()).containsEntry("n", 5).containsEntry("of", 5);
        SignedIdentityRecord identity = new PatientCardReader().read(card);
        assertThat(identity.claimed().cardId()).isEqualTo(server.card);
    }

    /** With first records: those of the try before must not stand in the way. */
    @Test
    void aCardPulledOutAtAnyCommandIsBlankOrThePatientsAndCanBeBegunAgain() throws Exception {
        server.firstRecords = Records.emergency();
        perform(card);
        int all = card.commands;
        assertThat(all).isGreaterThan(10);
        for (int pulled = 0; pulled < all; pulled++) {
            pullAndBeginAgain(pulled, false);
            pullAndBeginAgain(pulled + 1, true);
        }
    }

    private static void pullAndBeginAgain(int commands, boolean answerLost) throws Exception {
        DeskServer server = new DeskServer();
        server.firstRecords = Records.emergency();
        ChipCard card = ChipCard.blank(server.hospital);
        Asking asking = new Asking(Duration.ofMillis(1));
        card.pullAfter(commands, answerLost);
        boolean done = true;
        try {
            new OrderRun(ORDER, server, asking, event -> {}).perform(card);
        } catch (CardRemovedException e) {
            done = false;
        }
        card.putBack();
        Lifecycle left = card.directory().state();
        assertThat(left)
                .as("pulled after %s commands, answer lost: %s", commands, answerLost)
                .isIn(Lifecycle.BLANK, Lifecycle.PERSONALISED, Lifecycle.ACTIVE);
        // The server has been told that it is done only when the card is the patient's.
        assertThat(server.registered).isEqualTo(done);
        assertThat(left == Lifecycle.BLANK).isNotEqualTo(done || left == Lifecycle.PERSONALISED);
        new OrderRun(ORDER, server, asking, event -> {}).perform(card);
        assertThat(server.registered).isTrue();
        if (!done) {
            assertThat(card.directory().state()).isEqualTo(Lifecycle.ACTIVE);
        }
        assertThat(new PatientCardReader().read(card).claimed().cardId()).isEqualTo(server.card);
    }

    @Test
    void aLostConfirmationIsAskedForAgain() throws Exception {
        server.failingStep = "completion";
        server.failingTimes = 2;
        perform(card);
        assertThat(card.directory().state()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(server.steps).filteredOn("completion"::equals).hasSize(3);
    }

    @Test
    void withoutAServerTheFinishedCardIsActivatedByTheNextOrder() throws Exception {
        server.failingStep = "completion";
        server.failingTimes = 3;
        assertThatThrownBy(() -> perform(card))
                .isInstanceOfSatisfying(
                        ReceptionException.class, e -> assertThat(e.fault()).isEqualTo(FaultCode.SERVER_SLOW));
        assertThat(card.directory().state()).isEqualTo(Lifecycle.PERSONALISED);
        perform(card);
        assertThat(card.directory().state()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(server.steps).filteredOn("preparation"::equals).hasSize(1);
    }

    @Test
    void aRefusedCardIsLeftAsItWas() throws Exception {
        server.failingStep = "card";
        server.failingTimes = 1;
        server.failingWith = FaultCode.CARD_BLANK_UNKNOWN;
        assertThatThrownBy(() -> perform(card)).isInstanceOf(ReceptionException.class);
        assertThat(card.directory().state()).isEqualTo(Lifecycle.BLANK);
        assertThat(server.steps).containsExactly("card");
    }

    @Test
    void aBlankOfAnotherHospitalIsNotPersonalised() throws Exception {
        ChipCard foreign = ChipCard.blank(new Hospital(2));
        assertThatThrownBy(() -> perform(foreign)).isInstanceOf(ReceptionException.class);
        assertThat(foreign.directory().state()).isEqualTo(Lifecycle.BLANK);
    }

    @Test
    void aCardIsBlockedUnblockedAndEnded() throws Exception {
        perform(card);
        server.act = CardAct.BLOCK;
        perform(card);
        assertThat(card.directory().state()).isEqualTo(Lifecycle.BLOCKED);
        perform(card);
        assertThat(last().blocked()).isTrue();
        server.act = CardAct.UNBLOCK;
        perform(card);
        assertThat(card.directory().state()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(last().active()).isTrue();
        server.act = CardAct.END;
        perform(card);
        assertThat(card.directory().state()).isEqualTo(Lifecycle.ENDED);
        assertThat(last().keyVersions()).containsExactly(0, 0, 0);
    }

    @Test
    void aCardIsToldWhatItDoesNotKnowAndNothingTwice() throws Exception {
        perform(card);
        byte[] emergency = server.hospital.sign(server.card, Records.emergency());
        server.updates = List.of(
                new CardUpdate(1, emergency, null, null),
                new CardUpdate(2, null, server.hospital.sign(server.card, Records.medication()), null));
        server.renewKeys = true;
        perform(card);
        assertThat(card.directory().revision()).isEqualTo(2);
        assertThat(last().keyVersions()).containsExactly(0x12, 0x21, 0x31);
        server.renewKeys = false;
        told.clear();
        perform(card);
        assertThat(names()).containsExactly("opened");
        PatientCardRecords records = new PatientCardRecords(
                server.hospital.session(card, new KeyVersion(CardRole.READING, 2), server.card.bytes()));
        assertThat(records.emergency()).hasValueSatisfying(it -> assertThat(it).isEqualTo(emergency));
    }

    @Test
    void firstRecordsAreWrittenWithTheIdentity() throws Exception {
        server.firstRecords = Records.emergency();
        perform(card);
        assertThat(card.directory().revision()).isEqualTo(1);
        assertThat(server.reports.get(0).revision()).isEqualTo(1);
    }

    private CardContactReport last() {
        return server.reports.get(server.reports.size() - 1);
    }
}
