package vn.tiepdon.server.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.MedicalRecord;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.server.card.TestChip.KeySet;
import vn.tiepdon.server.card.TestChip.Session;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.history.VisitRecorded;
import vn.tiepdon.server.history.VisitsTakenIn;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.Together;

@ExtendWith(OutputCaptureExtension.class)
abstract class CardContactPromises {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext server;

    CardWard ward;

    @BeforeEach
    void aPatientWithACard() {
        ward = new CardWard(server, port);
    }

    @Test
    void aCardThatShowsItsKeysIsGivenASessionAndWhatItLacks() throws Exception {
        ward.visited(DAY, "I10");
        ward.medicalDataSaid("A+");
        Session session = ward.chip.session(CardRole.WRITING);
        CardContact contact = ward.identify(session.request()).card();
        session.assertSame(contact.session());
        assertThat(contact.block()).isFalse();
        assertThat(contact.activate()).isTrue();
        assertThat(contact.keyOrders()).isEmpty();
        assertThat(contact.updates()).extracting(CardUpdate::revision).containsExactly(2L, 3L);
        VisitRecord visit = (VisitRecord) believed(contact.updates().get(0).visit());
        assertThat(visit.day()).isEqualTo(DAY);
        assertThat(visit.diagnoses()).containsExactly("I10");
        assertThat(visit.facilityCode()).isEqualTo(ward.hospital.code());
        assertThat(believed(contact.updates().get(1).emergency())).isInstanceOf(EmergencyRecord.class);
        assertThat(contact.updates().get(1).visit()).isNull();
        assertThat(ward.count("card_contact where closed_at is null")).isEqualTo(1);
        assertThat(ward.count("audit where action = 'card.contact' and result = 'ok'"))
                .isEqualTo(1);
    }

    @Test
    void aCardThatIsNotAskedForASessionProvesItsPatientAsEver() {
        ward.visited(DAY, "I10");
        assertThat(ward.identify(null).card()).isNull();
        assertThat(ward.count("card_contact where 1 = 1")).isZero();
    }

    @Test
    void whatWasReportedIsNotToldAgain() {
        ward.visited(DAY, "I10");
        ward.visited(DAY.plusDays(30), "I10");
        ward.reported(ward.contact(), 2);
        assertThat(ward.contact().updates()).extracting(CardUpdate::revision).containsExactly(3L);
        ward.reported(ward.contact(), 3);
        assertThat(ward.contact().updates()).isEmpty();
        assertThat(ward.count("card_task where told_at is null")).isZero();
    }

    @Test
    void aCardIsToldAFewThingsAtATimeAndNoMoreVisitsThanItsLogHolds() throws Exception {
        for (int n = 0; n < 30; n++) {
            ward.visited(DAY.plusDays(n), "I10");
        }
        List<LocalDate> told = new ArrayList<>();
        for (int contacts = 0; contacts < 3; contacts++) {
            CardContact contact = ward.contact();
            assertThat(contact.updates()).hasSize(8);
            for (CardUpdate update : contact.updates()) {
                told.add(((VisitRecord) believed(update.visit())).day());
            }
            ward.reported(contact, contact.updates().get(7).revision());
        }
        assertThat(told).hasSize(24).isSorted().startsWith(DAY.plusDays(6)).endsWith(DAY.plusDays(29));
        assertThat(ward.contact().updates()).isEmpty();
    }

    @Test
    void aCorrectedVisitIsToldOnceAsItIsNowAndOnceMoreWhenTheCardHadIt() throws Exception {
        long visit = ward.visited(DAY, "I10");
        ward.corrected(visit, "I11.9");
        CardContact contact = ward.contact();
        assertThat(contact.updates()).hasSize(1);
        assertThat(((VisitRecord) believed(contact.updates().get(0).visit())).diagnoses())
                .containsExactly("I11.9");
        ward.reported(contact, 2);
        ward.corrected(visit, "I12.9");
        assertThat(ward.contact().updates()).singleElement().satisfies(it -> assertThat(
                        ((VisitRecord) believed(it.visit())).diagnoses())
                .containsExactly("I12.9"));
    }

    @Test
    void ofManyVisitsTakenInTheCardIsToldTheLatest() {
        long latest = 0;
        List<VisitRecorded> taken = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            ward.hospital.visit(ward.patient, ward.clinic, DAY.plusDays(n), "I10", "Tăng huyết áp");
            latest = ward.latestVisit();
            taken.add(new VisitRecorded(ward.hospital.id(), ward.patient, latest));
        }
        ward.publishInTransaction(new VisitsTakenIn(ward.hospital.id(), taken));
        assertThat(ward.count("card_task where told_at is null")).isEqualTo(24);
        assertThat(ward.count("card_task where visit_id = " + latest)).isEqualTo(1);
        assertThat(ward.count("card_task where visit_id = " + taken.get(0).visitId()))
                .isZero();
    }

    @Test
    void recordsThatChangedTwiceAreToldOnce() {
        ward.medicalDataSaid("A+");
        ward.medicalDataSaid("O-");
        assertThat(ward.contact().updates()).singleElement().satisfies(update -> assertThat(
                        ((EmergencyRecord) believed(update.emergency())).bloodGroup())
                .isPresent());
    }

    @Test
    void aSensitiveVisitNeverLeavesTheServer() {
        ward.visited(DAY, "B20");
        assertThat(ward.contact().updates())
                .allSatisfy(update -> assertThat(update.visit()).isNull());
    }

    @Test
    void aVisitThatFitsNoCardKeepsNobodyFromTakingANumber() {
        ward.visited(DAY, "I10");
        ward.part(JdbcClient.class)
                .sql("update clinic set name_vi = '' where facility_id = ?")
                .param(ward.hospital.id().value())
                .update();
        assertThat(ward.contact().updates()).singleElement().satisfies(update -> assertThat(update.visit())
                .isNull());
    }

    @Test
    void aTaskIsThereWithItsVisitOrNeitherIs() {
        assertThatThrownBy(() -> ward.inTransaction(() -> {
                    ward.visited(DAY, "I10");
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ward.count("card_task where 1 = 1")).isZero();
        assertThat(ward.registered("last_revision")).isEqualTo(1);
        assertThatThrownBy(() -> ward.publish(new VisitRecorded(ward.hospital.id(), ward.patient, 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void twoKiosksWithOneCardTellItEachThingOnce() throws Exception {
        ward.visited(DAY, "I10");
        ward.visited(DAY.plusDays(1), "I10");
        List<CardContact> both = Together.run(List.<Callable<CardContact>>of(ward::contact, ward::contact));
        assertThat(both).allSatisfy(contact -> assertThat(contact.updates())
                .extracting(CardUpdate::revision)
                .containsExactly(2L, 3L));
        assertThat(both).extracting(CardContact::id).doesNotHaveDuplicates();
        // The slower of the two had seen the card earlier.
        List<Integer> answers = Together.run(List.<Callable<Integer>>of(
                () -> ward.report(both.get(0), ward.state(3)), () -> ward.report(both.get(1), ward.state(2))));
        assertThat(answers).containsExactly(204, 204);
        assertThat(ward.registered("revision")).isEqualTo(3);
        assertThat(ward.contact().updates()).isEmpty();
    }

    @Test
    void aCardWithOtherKeysIsRefusedAndItIsWrittenDown() {
        KeySet right = ward.chip.sets.get(CardRole.WRITING);
        KeySet wrong = new KeySet(right.version(), right.enc(), right.dek(), right.mac());
        assertThat(ward.refusal(ward.chip.session(wrong).request()).code()).isEqualTo(FaultCode.CARD_KEYS_WRONG);
        assertThat(ward.count("audit where action = 'card.contact' and result = 'CARD_KEYS_WRONG'"))
                .isEqualTo(1);
        assertThat(ward.count("card_contact where 1 = 1")).isZero();
    }

    @Test
    void aKioskGetsNoSessionInAnyRoleButWriting() {
        for (CardRole role : List.of(CardRole.READING, CardRole.ADMINISTERING, CardRole.TRANSPORT)) {
            assertThat(ward.refusal(ward.chip.session(role).request()).code()).isEqualTo(FaultCode.NOT_ALLOWED);
        }
    }

    @Test
    void halfASessionIsUnreadable() {
        CardSessionRequest whole = ward.chip.session(CardRole.WRITING).request();
        for (CardSessionRequest half : List.of(
                new CardSessionRequest(null, whole.cardAnswer()),
                new CardSessionRequest(whole.hostChallenge(), null),
                new CardSessionRequest(new byte[7], whole.cardAnswer()),
                new CardSessionRequest(whole.hostChallenge(), new byte[29]),
                new CardSessionRequest(whole.hostChallenge(), new byte[5_000]))) {
            assertThat(ward.refusal(half).code()).isEqualTo(FaultCode.CARD_UNREADABLE);
        }
    }

    @Test
    void aCardWhoseKeysNobodyHoldsStillProvesItsPatient() {
        KeySet right = ward.chip.sets.get(CardRole.WRITING);
        KeySet unheld = new KeySet(new KeyVersion(CardRole.WRITING, 9), right.enc(), right.mac(), right.dek());
        assertThat(ward.identify(ward.chip.session(unheld).request()).card()).isNull();
    }

    @Test
    void aLostCardIsToldToBlockItselfAndNothingElse() {
        ward.visited(DAY, "I10");
        for (String status : List.of("BLOCKED", "ENDED")) {
            stand(status);
            Session session = ward.chip.session(CardRole.WRITING);
            Problem refusal = ward.refusal(session.request());
            assertThat(refusal.code()).isEqualTo(FaultCode.CARD_BLOCKED);
            assertThat(refusal.card().block()).isTrue();
            assertThat(refusal.card().activate()).isFalse();
            assertThat(refusal.card().updates()).isEmpty();
            assertThat(refusal.card().keyOrders()).isEmpty();
            session.assertSame(refusal.card().session());
            assertThat(ward.report(refusal.card(), blocked())).isEqualTo(204);
        }
        assertThat(ward.count("card_contact where blocking = true and chip_blocked = true"))
                .isEqualTo(2);
        assertThat(ward.count("audit where action = 'card.chip-blocked'")).isEqualTo(2);
    }

    @Test
    void whoOnlyClaimsToBeALostCardIsGivenNoKeys() {
        stand("BLOCKED");
        KeySet right = ward.chip.sets.get(CardRole.WRITING);
        KeySet wrong = new KeySet(right.version(), right.enc(), right.dek(), right.mac());
        assertThat(ward.refusal(ward.chip.session(wrong).request()).card()).isNull();
        assertThat(ward.refusal(null).card()).isNull();
        String elsewhere = "another kiosk's challenge";
        Problem refusal = ward.client()
                .identifyProblem(ward.chip.shown(
                        elsewhere, ward.chip.session(CardRole.WRITING).request()));
        assertThat(refusal.code()).isEqualTo(FaultCode.CARD_BLOCKED);
        assertThat(refusal.card()).isNull();
    }

    @Test
    void nothingSecretIsInTheLog(CapturedOutput log) {
        ward.visited(DAY, "I10");
        Session session = ward.chip.session(CardRole.WRITING);
        CardContact contact = ward.identify(session.request()).card();
        ward.reported(contact, 2);
        KeySet right = ward.chip.sets.get(CardRole.WRITING);
        ward.refusal(ward.chip
                .session(new KeySet(right.version(), right.enc(), right.dek(), right.mac()))
                .request());
        stand("BLOCKED");
        ward.refusal(ward.chip.session(CardRole.WRITING).request());
        List<byte[]> secrets = new ArrayList<>(List.of(
                session.enc(), session.mac(), session.responseMac(), session.hostCryptogram(), ward.chip.id.bytes()));
        CardMasters masters = ward.part(CardMasters.class);
        for (CardRole role : CardRole.values()) {
            secrets.add(masters.export(new KeyVersion(role, 1)).orElseThrow().getEncoded());
        }
        ward.chip.sets.values().forEach(set -> secrets.addAll(List.of(set.enc(), set.mac(), set.dek())));
        String said = log.getAll() + contact + session.request();
        for (byte[] secret : secrets) {
            assertThat(said)
                    .doesNotContainIgnoringCase(HexFormat.of().formatHex(secret))
                    .doesNotContain(Base64.getEncoder().encodeToString(secret));
        }
    }

    void stand(String status) {
        ward.part(JdbcClient.class)
                .sql("update patient_card set status = ? where card_id = ?")
                .params(List.of(status, ward.chip.id.hex()))
                .update();
    }

    private CardContactReport blocked() {
        return new CardContactReport(1, true, false, ward.state(1).keyVersions(), List.of());
    }

    private MedicalRecord believed(byte[] signed) {
        Function<SigningKeyId, Optional<ECPublicKey>> keys = ward.part(SigningKeys.class)::publicKey;
        try {
            return SignedRecord.verify(ward.chip.id, signed, keys);
        } catch (PatientCardException refused) {
            throw new AssertionError(refused);
        }
    }
}

@OnH2
class CardContactOnH2Test extends CardContactPromises {}

@OnPostgres
class CardContactOnPostgresTest extends CardContactPromises {}
