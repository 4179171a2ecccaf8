package vn.tiepdon.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.InvalidKeyException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;

abstract class CardReportPromises {

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
    void aReportThatIsSentTwiceCountsOnce() {
        ward.visited(DAY, "I10");
        CardContact contact = ward.contact();
        for (int times = 0; times < 3; times++) {
            ward.reported(contact, 2);
        }
        assertThat(ward.registered("revision")).isEqualTo(2);
        assertThat(ward.count("card_task where told_at is not null")).isEqualTo(1);
        // The first one counts, whatever comes later under the same id.
        ward.reported(contact, 1);
        assertThat(ward.registered("revision")).isEqualTo(2);
    }

    @Test
    void aReportThatWasLostIsMadeGoodByTheNext() {
        ward.visited(DAY, "I10");
        ward.contact();
        ward.visited(DAY.plusDays(1), "I10");
        // The card has revision 2 already and takes only the rest; to be told twice does no harm.
        CardContact next = ward.contact();
        assertThat(next.updates()).extracting(CardUpdate::revision).containsExactly(2L, 3L);
        ward.reported(next, 3);
        assertThat(ward.contact().updates()).isEmpty();
    }

    @Test
    void aCardTornOutHalfwayIsToldTheRest() {
        ward.visited(DAY, "I10");
        ward.visited(DAY.plusDays(1), "I10");
        ward.visited(DAY.plusDays(2), "I10");
        ward.reported(ward.contact(), 2);
        assertThat(ward.contact().updates()).extracting(CardUpdate::revision).containsExactly(3L, 4L);
    }

    @Test
    void aCardAheadOfARestoredRegisterIsToldInRevisionsThatItTakes() {
        ward.visited(DAY, "I10");
        ward.reported(ward.contact(), 7);
        assertThat(ward.registered("revision")).isEqualTo(7);
        CardContact next = ward.contact();
        assertThat(next.updates()).extracting(CardUpdate::revision).containsExactly(8L);
        ward.visited(DAY.plusDays(1), "I10");
        ward.reported(next, 8);
        assertThat(ward.contact().updates()).extracting(CardUpdate::revision).containsExactly(9L);
    }

    @Test
    void nobodyElsesContactCanBeReported() {
        CardContact contact = ward.contact();
        KioskClient other = new KioskClient(port, ward.hospital.kiosk().token());
        assertThat(other.put(
                                "/api/kiosk/card-contacts/" + contact.id(),
                                "{\"revision\":1,\"blocked\":false,\"active\":true,\"keyVersions\":null,\"visits\":null}")
                        .statusCode())
                .isEqualTo(404);
        CardContact invented = new CardContact(UUID.randomUUID(), null, false, false, List.of(), List.of());
        assertThat(ward.reportRefused(invented, ward.state(1))).isEqualTo(FaultCode.CARD_CONTACT_UNKNOWN);
    }

    @Test
    void aReportThatComesTooLateCountsForNothing() {
        ward.visited(DAY, "I10");
        CardContact contact = ward.contact();
        ward.part(JdbcClient.class)
                .sql("update card_contact set opened_at = opened_at - interval '6' minute where contact_id = ?")
                .param(contact.id().toString())
                .update();
        assertThat(ward.reportRefused(contact, ward.state(2))).isEqualTo(FaultCode.CARD_CONTACT_EXPIRED);
        assertThat(ward.registered("revision")).isEqualTo(1);
    }

    @Test
    void whatNoCardSaysIsRefusedAndChangesNothing() {
        ward.visited(DAY, "I10");
        CardContact contact = ward.contact();
        List<Integer> versions = ward.state(1).keyVersions();
        for (CardContactReport odd : List.of(
                new CardContactReport(-1, false, true, versions, List.of()),
                new CardContactReport(1L << 32, false, true, versions, List.of()),
                new CardContactReport(20_000, false, true, versions, List.of()),
                new CardContactReport(2, false, true, List.of(0x11), List.of()),
                new CardContactReport(2, false, true, List.of(0x21, 0x11, 0x31), List.of()),
                new CardContactReport(2, false, true, List.of(0x1F, 0x21, 0x31), List.of()),
                new CardContactReport(2, false, true, List.of(0x10, 0x21, 0x31), List.of()),
                new CardContactReport(2, false, true, List.of(-5, 0x21, 0x31), List.of()),
                new CardContactReport(2, false, true, versions, Collections.nCopies(25, new byte[10])))) {
            assertThat(ward.reportRefused(contact, odd)).isEqualTo(FaultCode.REQUEST_INVALID);
        }
        assertThat(ward.registered("revision")).isEqualTo(1);
        assertThat(ward.registered("reading_keys")).isEqualTo(1);
        ward.reported(contact, 2);
    }

    @Test
    void aVisitThatOnlyTheCardKnowsIsShownAsSuch() {
        ward.visited(DAY, "I10");
        CardContact contact = ward.contact();
        byte[] known = signed(DAY, "I10");
        byte[] unknown = signed(DAY.plusDays(9), "E11");
        byte[] sensitive = signed(DAY.plusDays(10), "B20");
        byte[] forged = unknown.clone();
        forged[20] ^= 1;
        assertThat(ward.report(contact, ward.state(2, unknown, known, sensitive, unknown, forged, new byte[0])))
                .isEqualTo(204);
        List<HistorySummary.Visit> visits = ward.identify(null).history().visits();
        assertThat(visits).extracting(HistorySummary.Visit::day).containsExactly(DAY.plusDays(9), DAY);
        assertThat(visits).extracting(HistorySummary.Visit::fromCard).containsExactly(true, false);
        // Another contact brings the same log again.
        assertThat(ward.report(ward.contact(), ward.state(2, unknown, known))).isEqualTo(204);
        assertThat(ward.identify(null).history().visits()).hasSize(2);
    }

    private byte[] signed(LocalDate day, String icd10) {
        VisitRecord visit =
                new VisitRecord(day, ward.hospital.code(), "Phòng khám TIM", List.of(icd10), Optional.empty());
        try {
            return SignedRecord.sign(
                    ward.chip.id,
                    visit.encode(ward.signingKey().id()),
                    ward.signingKey().privateKey());
        } catch (InvalidKeyException unusable) {
            throw new AssertionError(unusable);
        }
    }
}

@OnH2
class CardReportOnH2Test extends CardReportPromises {}

@OnPostgres
class CardReportOnPostgresTest extends CardReportPromises {}
