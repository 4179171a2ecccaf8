package vn.tiepdon.server.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipFiles;
import vn.tiepdon.card.citizen.trust.TestCsca;
import vn.tiepdon.card.citizen.trust.TestSigner;
import vn.tiepdon.card.citizen.trust.TestStore;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** What a kiosk gets for the chip of an ID card. */
@ExtendWith(OutputCaptureExtension.class)
abstract class CitizenChipPromises {

    private static final TestCsca VIETNAM = TestCsca.vietnam();
    private static final TestSigner SIGNER = VIETNAM.signer();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    TiepDonSettings settings;

    @Autowired
    TrustedCertificates certificates;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    PatientId patient;
    ClinicId heart;
    String device;
    KioskClient kiosk;

    @BeforeEach
    void aHospitalThatTrustsVietnamAndKnowsOnePatient() throws Exception {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 100);
        hospital.room(heart, "12");
        patient = hospital.patient(InventedCard.NAME, InventedCard.BIRTH, Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.NATIONAL, InventedCard.NUMBER);
        hospital.visit(patient, heart, LocalDate.of(2026, 10, 1), "I10", "Tăng huyết áp");
        TestHospital.Enrolled enrolled = hospital.kiosk();
        device = enrolled.device().id().value();
        kiosk = new KioskClient(port, enrolled.token());
        trust(VIETNAM);
    }

    @Test
    void aCardThatVietnamSignedAndThatIsNoCopyProvesItsHolder() {
        Identification answer = kiosk.identify(card().shownTo(device));
        assertThat(answer).isInstanceOfSatisfying(Identification.Proven.class, proven -> assertThat(
                        proven.history().visits())
                .hasSize(1));
        assertThat(answer.clinics().get(0).suggestion()).isEqualTo(ClinicOption.Suggestion.LAST_VISIT);
        assertThat(recorded(answer.id())).containsExactly("CITIZEN_CHIP", "PROVEN", null);
        assertThat(kiosk.checkInAs(UUID.randomUUID(), answer.id(), "TIM")
                        .ticket()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void withoutACertificateACardIsReadButProvesNobody() throws Exception {
        trust();
        assertUnproven(card().shownTo(device), ChipDoubt.NO_CSCA);
    }

    @Test
    void aCardThatAStrangerSignedIsReadButProvesNobody() {
        assertUnproven(InventedCard.signedBy(TestCsca.vietnam().signer()).shownTo(device), ChipDoubt.ISSUER_UNKNOWN);
    }

    @Test
    void aCopyIsFoundOutWhetherItsIssuerIsKnownOrNot() throws Exception {
        String elsewhere = UUID.randomUUID().toString();
        Presentation.CitizenChip silent = card().shownTo(device);
        Presentation.CardProof noAnswer =
                new Presentation.CardProof(silent.proof().at(), silent.proof().nonce(), null);
        List<Presentation.CitizenChip> copies = List.of(
                card().copied().shownTo(device),
                card().shownTo(elsewhere),
                card().shown(true, noAnswer, silent.consent()),
                card().without(ChipFile.DG15).authenticatedBy(device),
                card().without(ChipFile.DG14).shownTo(device));
        for (Presentation.CitizenChip copy : copies) {
            assertThat(kiosk.identifyRefused(copy)).isEqualTo(FaultCode.CHIP_COPY_SUSPECTED);
        }
        trust();
        assertThat(kiosk.identifyRefused(copies.get(0))).isEqualTo(FaultCode.CHIP_COPY_SUSPECTED);
    }

    @Test
    void aKiosksWordCountsOnlyForAChipWhoseSignedFilesSayThatItCouldBeSo() {
        InventedCard able = InventedCard.withChipAuthenticationOnly(SIGNER);
        assertThat(kiosk.identify(able.authenticatedBy(device))).isInstanceOf(Identification.Proven.class);
        assertThat(kiosk.identifyRefused(able.shownTo(device))).isEqualTo(FaultCode.CHIP_COPY_SUSPECTED);
        assertUnproven(InventedCard.withoutKeys(SIGNER).authenticatedBy(device), ChipDoubt.COPY_NOT_EXCLUDED);
    }

    @Test
    void whatWasChangedAfterSigningIsRefused() {
        Map<Integer, String> another = ChipFiles.texts();
        another.put(2, "Trần Thị Mẫu");
        InventedCard forger = card();
        for (InventedCard altered : List.of(
                card().with(ChipFile.DG13, ChipFiles.dg13(another)),
                card().with(ChipFile.DG1, ChipFiles.dg1(ChipFiles.zone("001190000124", "900115", 'F', "300115"))),
                new InventedCard(
                        forger.key(),
                        card().with(ChipFile.DG15, forger.key().dg15()).files()))) {
            assertThat(kiosk.identifyRefused(altered.shownTo(device))).isEqualTo(FaultCode.CHIP_ALTERED);
        }
    }

    @Test
    void halfACardIsUnreadable() {
        Presentation.CitizenChip whole = card().shownTo(device);
        for (Presentation.CitizenChip half : List.of(
                card().without(ChipFile.DG1).shownTo(device),
                card().without(ChipFile.DG13).shownTo(device),
                card().without(ChipFile.SOD).shownTo(device),
                card().with(ChipFile.SOD, new byte[] {0x77, 1, 0}).shownTo(device),
                card().with(ChipFile.DG13, new byte[10_000]).shownTo(device),
                card().shown(false, null, whole.consent()),
                card().shown(false, new Presentation.CardProof(null, new byte[16], null), whole.consent()),
                card().shown(false, new Presentation.CardProof(Instant.now(), new byte[3], null), whole.consent()),
                card().shown(
                                false,
                                new Presentation.CardProof(Instant.now(), new byte[16], new byte[2000]),
                                whole.consent()))) {
            assertThat(kiosk.identifyRefused(half)).isEqualTo(FaultCode.CHIP_UNREADABLE);
        }
    }

    @Test
    void nothingIsLookedAtWithoutConsentForThisReading() {
        Instant now = Instant.now();
        for (Presentation.ChipConsent consent : Arrays.asList(
                null,
                new Presentation.ChipConsent(null, "vi", now),
                new Presentation.ChipConsent("", "vi", now),
                new Presentation.ChipConsent("'); --", "vi", now),
                new Presentation.ChipConsent("2026-11", null, now),
                new Presentation.ChipConsent("2026-11", "fr", now),
                new Presentation.ChipConsent("2026-11", "vi", null),
                InventedCard.consent(now.minus(Duration.ofMinutes(16))),
                InventedCard.consent(now.plus(Duration.ofMinutes(3))))) {
            assertThat(kiosk.identifyRefused(card().shownTo(device, now, consent)))
                    .isEqualTo(FaultCode.CHIP_CONSENT_MISSING);
        }
        assertThat(count("chip_consent")).isZero();
        assertThat(count("identification")).isZero();
    }

    @Test
    void anAnswerOfAnotherTimeIsNotTaken() {
        for (Duration off : new Duration[] {Duration.ofSeconds(125), Duration.ofSeconds(-125)}) {
            Instant then = Instant.now().plus(off);
            assertThat(kiosk.identifyRefused(card().shownTo(device, then, InventedCard.consent(Instant.now()))))
                    .isEqualTo(FaultCode.CLOCK_WRONG);
        }
    }

    @Test
    void aForeignCardSaysSo() {
        assertThat(kiosk.identifyRefused(InventedCard.ofCountry(SIGNER, "UTO").shownTo(device)))
                .isEqualTo(FaultCode.CHIP_FOREIGN);
    }

    @Test
    void anOldAlgorithmIsNotBelieved() {
        InventedCard weak = card().without(ChipFile.SOD);
        assertThat(kiosk.identifyRefused(weak.with(ChipFile.SOD, SIGNER.signWithSha1(weak.files()))
                        .shownTo(device)))
                .isEqualTo(FaultCode.CHIP_UNSUPPORTED);
    }

    @Test
    void anExpiredCardSendsItsHolderToTheDeskAndOneWithoutExpiryDoesNot() {
        assertThat(kiosk.identifyRefused(saying(12, "15/01/2024").shownTo(device)))
                .isEqualTo(FaultCode.CHIP_EXPIRED);
        assertThat(kiosk.identify(saying(12, "Không thời hạn").shownTo(device)))
                .isInstanceOf(Identification.Proven.class);
    }

    @Test
    void aProvenCitizenIsAPatientOnlyWhenNameAndBirthDateAgree() {
        jdbc.sql("update patient set full_name = 'Lê Thị Khác' where facility_id = ?")
                .param(hospital.id().value())
                .update();
        assertThat(kiosk.identifyRefused(card().shownTo(device))).isEqualTo(FaultCode.IDENTITY_MISMATCH);
        jdbc.sql("delete from patient_identifier where facility_id = ?")
                .param(hospital.id().value())
                .update();
        assertThat(kiosk.identifyRefused(card().shownTo(device))).isEqualTo(FaultCode.PATIENT_UNKNOWN);
        assertThat(count("chip_consent")).isZero();
    }

    @Test
    void anOldNumberFindsAPatientWhoseNewNumberIsNotKnownYet() {
        jdbc.sql("delete from patient_identifier where facility_id = ?")
                .param(hospital.id().value())
                .update();
        hospital.identifier(patient, IdentifierKind.OLD_NATIONAL, InventedCard.OLD_NUMBER);
        assertThat(kiosk.identify(card().shownTo(device))).isInstanceOf(Identification.Proven.class);
    }

    @Test
    void theConsentIsKeptWithTheIdentificationAndStandsInTheTrail() {
        Instant agreed = Instant.parse(Instant.now().minusSeconds(40).toString().substring(0, 19) + "Z");
        Identification answer = kiosk.identify(card().shownTo(device, Instant.now(), InventedCard.consent(agreed)));
        Map<String, Object> row = jdbc.sql("""
                        select patient_id, device_id, text_version, language from chip_consent
                        where facility_id = ? and identification_id = ?""")
                .params(hospital.id().value(), answer.id().toString())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("patient_id", patient.value())
                .containsEntry("device_id", device)
                .containsEntry("text_version", "2026-11")
                .containsEntry("language", "vi");
        assertThat(jdbc.sql("select given_at from chip_consent where facility_id = ?")
                        .param(hospital.id().value())
                        .query((result, n) -> result.getObject(1, OffsetDateTime.class))
                        .single()
                        .toInstant())
                .isEqualTo(agreed);
        assertThat(jdbc.sql("select actor from audit where facility_id = ? and action = 'chip.consent 2026-11 vi'")
                        .param(hospital.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(device);
    }

    @Test
    void nothingThatOnlyTheChipSaysIsKeptOrLogged(CapturedOutput log) {
        Map<Integer, String> dg13 = ChipFiles.texts();
        dg13.put(7, "Đạo Bí Mật");
        dg13.put(9, "Ngõ Bí Mật 77, Hà Nội");
        InventedCard card = InventedCard.saying(SIGNER, dg13);
        kiosk.identify(card.shownTo(device));
        kiosk.identifyRefused(card.copied().shownTo(device));
        kiosk.identifyRefused(card.with(ChipFile.DG1, new byte[300]).shownTo(device));
        assertThat(log.getAll()).doesNotContain("Bí Mật", InventedCard.NAME, InventedCard.NUMBER);
        for (byte[] file : card.files().values()) {
            byte[] part = Arrays.copyOfRange(file, 6, 30);
            List<String> forms = List.of(
                    Base64.getEncoder().encodeToString(part),
                    HexFormat.of().formatHex(part),
                    HexFormat.of().withUpperCase().formatHex(part));
            forms.forEach(form -> assertThat(log.getAll()).doesNotContain(form));
            forms.forEach(this::assertNowhereInTheDatabase);
        }
        assertNowhereInTheDatabase("Bí Mật");
        assertNowhereInTheDatabase("IDVNM");
    }

    private InventedCard card() {
        return InventedCard.signedBy(SIGNER);
    }

    private InventedCard saying(int entry, String text) {
        Map<Integer, String> dg13 = ChipFiles.texts();
        dg13.put(entry, text);
        return InventedCard.saying(SIGNER, dg13);
    }

    private void assertUnproven(Presentation.CitizenChip shown, ChipDoubt doubt) {
        Identification answer = kiosk.identify(shown);
        assertThat(answer)
                .isInstanceOfSatisfying(Identification.Claimed.class, claimed -> assertThat(claimed.chipDoubt())
                        .isEqualTo(doubt));
        assertThat(answer.clinics()).extracting(ClinicOption::suggestion).containsOnlyNulls();
        assertThat(recorded(answer.id())).containsExactly("CITIZEN_CHIP_UNPROVEN", "CLAIMED", doubt.name());
    }

    private List<String> recorded(UUID identification) {
        return jdbc.sql("""
                        select method, level, chip_doubt from identification
                        where facility_id = ? and identification_id = ?""")
                .params(hospital.id().value(), identification.toString())
                .query((row, n) -> Arrays.asList(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where facility_id = ?")
                .param(hospital.id().value())
                .query(Long.class)
                .single();
    }

    private void assertNowhereInTheDatabase(String text) {
        List<String[]> columns = jdbc.sql("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' and data_type like 'character%'""")
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        assertThat(columns).hasSizeGreaterThan(50);
        for (String[] column : columns) {
            assertThat(jdbc.sql("select count(*) from " + column[0] + " where " + column[1] + " like ?")
                            .param("%" + text + "%")
                            .query(Long.class)
                            .single())
                    .as(String.join(".", column))
                    .isZero();
        }
    }

    /** Puts exactly these into the server's folder, and waits until it has noticed. */
    private void trust(TestCsca... authorities) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(settings.citizen().csca());
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (int i = 0; i < authorities.length; i++) {
            TestStore.write(folder, i + ".cer", authorities[i].certificate());
        }
        Instant until = Instant.now().plusSeconds(10);
        while (certificates.current().entries().size() != authorities.length) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
        }
    }
}

@OnH2
class CitizenChipOnH2Test extends CitizenChipPromises {}

@OnPostgres
class CitizenChipOnPostgresTest extends CitizenChipPromises {}
