package vn.tiepdon.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** What a kiosk gets over HTTP, with its token. */
abstract class KioskPromises {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    TestHospital hospital;
    KioskClient kiosk;
    ClinicId heart;

    @BeforeEach
    void aHospitalWithTwoClinicsAndOnePatient() {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 100);
        hospital.room(heart, "12");
        ClinicId lungs = hospital.clinic("PHOI", 100);
        hospital.room(lungs, "21");
        patient("Nguyễn Thị Minh", "1950-03-02", "001150000123");
        kiosk = new KioskClient(port, hospital.kiosk().token());
    }

    PatientId patient(String name, String born, String nationalNumber) {
        PatientId patient = hospital.patient(name, born, Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.NATIONAL, nationalNumber);
        return patient;
    }

    @Test
    void tellsAKioskItsHouse() {
        KioskConfiguration house = kiosk.configuration();
        assertThat(house.facility()).isEqualTo(hospital.code());
        assertThat(house.zone()).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(Duration.between(house.now(), Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aTypedNumberBecomesAClaimWithoutHistoryOrSuggestion() {
        hospital.programme(new PatientId(1), "HYPERTENSION", heart, LocalDate.of(2026, 12, 1));
        Identification answer = kiosk.identify(new Presentation.TypedNumber("001150000123"));
        assertThat(answer).isInstanceOf(Identification.Claimed.class);
        assertThat(answer.person().maskedName()).isEqualTo("NGUYỄN T. M.");
        assertThat(answer.clinics()).extracting(ClinicOption::code).containsExactly("TIM", "PHOI");
        assertThat(answer.clinics()).extracting(ClinicOption::suggestion).containsOnlyNulls();
        assertThat(answer.openTickets()).isEmpty();
    }

    @Test
    void aCodeThatSpeaksOfSomebodyElseIsRefused() {
        assertThat(kiosk.identifyRefused(
                        new Presentation.CitizenCode("001150000123", "", "Trần Thị Minh", "1950-03-02", Sex.FEMALE)))
                .isEqualTo(FaultCode.IDENTITY_MISMATCH);
        assertThat(kiosk.identifyRefused(new Presentation.TypedNumber("001150000999")))
                .isEqualTo(FaultCode.PATIENT_UNKNOWN);
        assertThat(kiosk.identifyRefused(new Presentation.AppointmentCode(hospital.code(), "HK1")))
                .isEqualTo(FaultCode.APPOINTMENT_UNKNOWN);
        assertThat(kiosk.identifyRefused(new Presentation.AppointmentCode("99999", "HK1")))
                .isEqualTo(FaultCode.CODE_OF_OTHER_HOSPITAL);
        assertThat(kiosk.identifyRefused(null)).isEqualTo(FaultCode.REQUEST_INVALID);
    }

    @Test
    void aPatientGetsANumberAndFindsItAgainByItsCode() {
        CheckIn first = kiosk.checkIn(UUID.randomUUID(), "001150000123", "TIM");
        assertThat(first.outcome()).isEqualTo(CheckIn.Outcome.ISSUED);
        assertThat(first.ticket().number()).isEqualTo(1);
        assertThat(first.ticket().label()).isEqualTo("001");
        assertThat(first.ticket().room()).isEqualTo("12");
        assertThat(first.ticket().before()).isZero();
        Identification again = kiosk.identify(
                new Presentation.TicketCode(hospital.code(), first.ticket().id().toString()));
        assertThat(again).isInstanceOf(Identification.Claimed.class);
        assertThat(again.openTickets()).containsExactly(first.ticket());
        assertThat(again.clinics().get(0).waiting()).isEqualTo(1);
    }

    @Test
    void aSecondCheckInForTheSameClinicFindsTheSameNumber() {
        Ticket first = kiosk.checkIn(UUID.randomUUID(), "001150000123", "TIM").ticket();
        CheckIn second = kiosk.checkIn(UUID.randomUUID(), "001150000123", "TIM");
        assertThat(second.outcome()).isEqualTo(CheckIn.Outcome.ALREADY_WAITING);
        assertThat(second.ticket()).isEqualTo(first);
        assertThat(kiosk.checkIn(UUID.randomUUID(), "001150000123", "PHOI").outcome())
                .isEqualTo(CheckIn.Outcome.ISSUED);
    }

    @Test
    void whoGoesFirstIsToldHowManyAreCalledBeforeAndNotHowManyCame() {
        for (int i = 1; i <= 3; i++) {
            patient("Lê Văn Tư", "1990", "00119000000" + i);
            Ticket young =
                    kiosk.checkIn(UUID.randomUUID(), "00119000000" + i, "TIM").ticket();
            assertThat(young.before()).isEqualTo(i - 1);
        }
        Ticket old = kiosk.checkIn(UUID.randomUUID(), "001150000123", "TIM").ticket();
        assertThat(old.before()).isZero();
        Identification again = kiosk.identify(new Presentation.TypedNumber("001190000003"));
        assertThat(again.openTickets().get(0).before()).isEqualTo(3);
    }

    @Test
    void aCheckInSentAgainGetsTheSameBytesEvenWhenTheWorldHasMovedOn() {
        UUID id = UUID.randomUUID();
        UUID identification =
                kiosk.identify(new Presentation.TypedNumber("001150000123")).id();
        byte[] first = kiosk.checkInBytes(id, identification, "TIM");
        assertThat(new String(first, StandardCharsets.UTF_8)).containsPattern("\"issuedAt\":\"[^\"]+\\+07:00\"");
        patient("Lê Văn Tư", "1960", "001160000456");
        kiosk.checkIn(UUID.randomUUID(), "001160000456", "TIM");
        assertThat(kiosk.checkInBytes(id, identification, "TIM")).isEqualTo(first);
    }

    @Test
    void theSameCheckInIdWithAnotherWishIsRefused() {
        UUID id = UUID.randomUUID();
        UUID identification =
                kiosk.identify(new Presentation.TypedNumber("001150000123")).id();
        kiosk.checkInBytes(id, identification, "TIM");
        assertThat(kiosk.checkInRefused(id, identification, "PHOI")).isEqualTo(FaultCode.CHECK_IN_CONFLICT);
        assertThat(kiosk.checkInRefused(id, UUID.randomUUID(), "TIM")).isEqualTo(FaultCode.CHECK_IN_CONFLICT);
    }

    @Test
    void anIdentificationIsGoodOnlyForTheKioskThatMadeIt() {
        UUID identification =
                kiosk.identify(new Presentation.TypedNumber("001150000123")).id();
        KioskClient other = new KioskClient(port, hospital.kiosk().token());
        assertThat(other.checkInRefused(UUID.randomUUID(), identification, "TIM"))
                .isEqualTo(FaultCode.IDENTIFICATION_EXPIRED);
        assertThat(kiosk.checkInRefused(UUID.randomUUID(), UUID.randomUUID(), "TIM"))
                .isEqualTo(FaultCode.IDENTIFICATION_EXPIRED);
    }

    @Test
    void aClinicThatTakesNobodySaysWhy() {
        hospital.clinicWithoutHours("DONG", 10);
        hospital.clinic("DAY", 1);
        hospital.service(ClinicKind.LABORATORY, "XN", "X", "31");
        patient("Lê Văn Tư", "1960", "001160000456");
        assertThat(kiosk.checkIn(UUID.randomUUID(), "001160000456", "DAY")
                        .ticket()
                        .number())
                .isEqualTo(1);
        Identification answer = kiosk.identify(new Presentation.TypedNumber("001150000123"));
        assertThat(answer.clinics())
                .extracting(ClinicOption::code, ClinicOption::state)
                .contains(tuple("DONG", ClinicOption.State.CLOSED), tuple("DAY", ClinicOption.State.FULL));
        UUID who = answer.id();
        assertThat(kiosk.checkInRefused(UUID.randomUUID(), who, "DAY")).isEqualTo(FaultCode.CLINIC_FULL);
        assertThat(kiosk.checkInRefused(UUID.randomUUID(), who, "DONG")).isEqualTo(FaultCode.CLINIC_CLOSED);
        assertThat(kiosk.checkInRefused(UUID.randomUUID(), who, "LA")).isEqualTo(FaultCode.CLINIC_UNKNOWN);
        assertThat(kiosk.checkInRefused(UUID.randomUUID(), who, "XN")).isEqualTo(FaultCode.CLINIC_UNKNOWN);
        assertThat(kiosk.checkInRefused(UUID.randomUUID(), who, null)).isEqualTo(FaultCode.REQUEST_INVALID);
    }

    @Test
    void aRefusedCheckInLeavesItsIdFree() {
        UUID id = UUID.randomUUID();
        UUID who = kiosk.identify(new Presentation.TypedNumber("001150000123")).id();
        assertThat(kiosk.checkInRefused(id, who, "LA")).isEqualTo(FaultCode.CLINIC_UNKNOWN);
        assertThat(kiosk.checkInBytes(id, who, "TIM")).isNotEmpty();
    }

    @Test
    void aHouseWhereEverythingIsClosedForTheDaySaysSoAtOnce() {
        TestHospital closed = hospitals.open();
        closed.clinicWithoutHours("TIM", 10);
        closed.identifier(closed.patient("Lê Văn Tư", "1960", Sex.MALE), IdentifierKind.NATIONAL, "001160000456");
        KioskClient there = new KioskClient(port, closed.kiosk().token());
        assertThat(there.identifyRefused(new Presentation.TypedNumber("001160000456")))
                .isEqualTo(FaultCode.NO_CLINIC_OPEN);
    }

    @Test
    void garbageIsRefusedAndNothingIsOpenWithoutAToken() {
        assertThat(kiosk.raw("POST", "/api/kiosk/identifications", "{\"presentation\":{\"kind\":\"quá\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(kiosk.raw("POST", "/api/kiosk/identifications", "x".repeat(10_000))
                        .statusCode())
                .isEqualTo(400);
        assertThat(kiosk.raw("PUT", "/api/kiosk/check-ins/not-an-id", "{}").statusCode())
                .isEqualTo(400);
        assertThat(new KioskClient(port, "none")
                        .raw("GET", "/api/kiosk/configuration", null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(List.of(new KioskClient(port, hospital.screen().token())
                        .raw("GET", "/api/kiosk/configuration", null)
                        .statusCode()))
                .containsExactly(403);
    }
}

@OnH2
class KioskOnH2Test extends KioskPromises {}

@OnPostgres
class KioskOnPostgresTest extends KioskPromises {}
