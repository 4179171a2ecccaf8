package vn.tiepdon.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.testing.OwnServer;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

class BusinessDayTest {

    private final TimeZone ofTheJvm = TimeZone.getDefault();

    @BeforeEach
    void theMachineBelievesItIsInLosAngeles() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    }

    @AfterEach
    void backHome() {
        TimeZone.setDefault(ofTheJvm);
    }

    @Test
    void numbersBeginAnewAtTheHospitalsOwnBoundary() {
        SetClock clock = new SetClock(Instant.parse("2026-11-22T19:59:59Z")); // 02:59:59 on the 23rd in Hà Nội
        try (OwnServer server = OwnServer.onH2(clock)) {
            TestHospital hospital = server.part(TestHospitals.class).open();
            hospital.room(hospital.clinic("TIM", 10), "12");
            hospital.identifier(
                    hospital.patient("Lê Văn Tư", "1960", Sex.MALE), IdentifierKind.NATIONAL, "001160000456");
            KioskClient kiosk = new KioskClient(server.port(), hospital.kiosk().token());

            Ticket night =
                    kiosk.checkIn(UUID.randomUUID(), "001160000456", "TIM").ticket();
            UUID ofTheNight =
                    kiosk.identify(new Presentation.TypedNumber("001160000456")).id();
            assertThat(night.businessDay()).isEqualTo(LocalDate.of(2026, 11, 22));

            clock.now = Instant.parse("2026-11-22T20:00:00Z");
            assertThat(kiosk.checkInRefused(UUID.randomUUID(), ofTheNight, "TIM"))
                    .isEqualTo(FaultCode.IDENTIFICATION_EXPIRED);
            assertThat(kiosk.identifyRefused(new Presentation.TicketCode(
                            hospital.code(), night.id().toString())))
                    .isEqualTo(FaultCode.TICKET_NOT_OPEN);
            Ticket morning =
                    kiosk.checkIn(UUID.randomUUID(), "001160000456", "TIM").ticket();
            assertThat(morning.businessDay()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(morning.number()).isEqualTo(1);
        }
    }

    private static final class SetClock extends Clock {

        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
