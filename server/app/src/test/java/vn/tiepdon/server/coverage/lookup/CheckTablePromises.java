package vn.tiepdon.server.coverage.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.coverage.gateway.GatewayFault;
import vn.tiepdon.server.coverage.gateway.ResultClass;
import vn.tiepdon.server.coverage.gateway.Results;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Questions that several servers share. */
abstract class CheckTablePromises {

    /** So late that no worker of this server takes it for due. */
    private static final Instant LATER =
            Instant.now().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.MICROS);

    @Autowired
    TestHospitals hospitals;

    @Autowired
    CheckTable checks;

    @Test
    void aQuestionIsInOneServersHandsAtATimeAndIsTakenOverWhenThatOneIsGone() {
        CoverageCheck check = waiting();
        checks.add(check, Optional.empty(), LATER);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        assertThat(checks.take(check, one, LATER, LATER.plusSeconds(20))).isTrue();
        assertThat(checks.take(check, other, LATER.plusSeconds(5), LATER.plusSeconds(25)))
                .isFalse();
        assertThat(checks.due(LATER.plusSeconds(5), 1_000))
                .extracting(CoverageCheck::id)
                .doesNotContain(check.id());
        assertThat(checks.take(check, other, LATER.plusSeconds(21), LATER.plusSeconds(41)))
                .isTrue();
        checks.release(check, one, LATER.plusSeconds(22));
        assertThat(checks.take(check, one, LATER.plusSeconds(23), LATER.plusSeconds(43)))
                .as("let go of by who had lost it")
                .isFalse();
        checks.release(check, other, LATER.plusSeconds(22));
        assertThat(checks.take(check, one, LATER.plusSeconds(23), LATER.plusSeconds(43)))
                .isTrue();
    }

    @Test
    void theSameIsNotKeptTwice() {
        CoverageCheck check = waiting();
        checks.add(check, Optional.empty(), LATER);
        CoverageCheck again = new CoverageCheck(
                check.facility(),
                UUID.randomUUID(),
                check.patient(),
                check.day(),
                check.number(),
                check.askedBy(),
                check.askedAt(),
                check.state(),
                check.result(),
                check.outcome(),
                check.told(),
                check.toldCode(),
                check.card(),
                check.answeredAt(),
                check.newCardUsed(),
                check.tries());
        assertThatThrownBy(() -> checks.add(again, Optional.empty(), LATER)).isInstanceOf(DuplicateKeyException.class);
    }

    private CoverageCheck waiting() {
        TestHospital hospital = hospitals.open();
        PatientId patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        return new CoverageCheck(
                hospital.id(),
                UUID.randomUUID(),
                patient,
                LocalDate.of(2026, 11, 22),
                new InsuranceNumber("0190000123"),
                "test",
                LATER,
                CheckState.WAITING,
                Results.of(GatewayFault.TIMEOUT.name()),
                ResultClass.GATEWAY_FAULT,
                ResultClass.GATEWAY_FAULT,
                Optional.of(GatewayFault.TIMEOUT.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}

@OnH2
class CheckTableOnH2Test extends CheckTablePromises {}

@OnPostgres
class CheckTableOnPostgresTest extends CheckTablePromises {}
