package vn.tiepdon.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.InvalidKeyException;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.key.SigningKey;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.history.MedicalDataChanged;
import vn.tiepdon.server.history.VisitRecorded;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** A hospital with a kiosk and a patient who has a card; what goes on between them. */
final class CardWard {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final TestHospital hospital;
    final TestHospital.Enrolled kiosk;
    final ClinicId clinic;
    final PatientId patient;
    final TestChip chip = new TestChip();

    private ApplicationContext server;
    private int port;

    CardWard(ApplicationContext server, int port) {
        this.server = server;
        this.port = port;
        this.hospital = part(TestHospitals.class).open();
        this.kiosk = hospital.kiosk();
        this.clinic = hospital.clinic("TIM", 500);
        this.patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000001");
        for (CardRole role : CardRole.values()) {
            teach(new KeyVersion(role, 1));
        }
        LocalDate today = LocalDate.now();
        chip.identity = identity(today);
        part(JdbcClient.class)
                .sql("""
                        insert into patient_card (facility_id, card_id, patient_id, public_key, valid_from, valid_to,
                            status, issued_at, issued_by, serial, reading_keys, writing_keys, administering_keys,
                            revision, last_revision)
                        values (?, ?, ?, ?, ?, ?, 'ACTIVE', ?, 'test', ?, 1, 1, 1, 1, 1)""")
                .params(List.of(
                        hospital.id().value(),
                        chip.id.hex(),
                        patient.value(),
                        "",
                        today.minusDays(2),
                        today.plusYears(5),
                        OffsetDateTime.now(),
                        HexFormat.of().withUpperCase().formatHex(chip.serial)))
                .update();
    }

    <T> T part(Class<T> type) {
        return server.getBean(type);
    }

    /** The chip's keys of that version, from the server's master. */
    void teach(KeyVersion version) {
        chip.learn(
                version, part(CardMasters.class).export(version).orElseThrow().getEncoded());
    }

    SigningKey signingKey() {
        return part(SigningKeys.class).current();
    }

    /** The visit's id. */
    long visited(LocalDate day, String icd10) {
        JdbcClient jdbc = part(JdbcClient.class);
        return inTransaction(() -> {
            hospital.visit(patient, clinic, day, icd10, "Tăng huyết áp");
            long visit = latestVisit();
            publish(new VisitRecorded(hospital.id(), patient, visit));
            return visit;
        });
    }

    long latestVisit() {
        return part(JdbcClient.class)
                .sql("select max(visit_id) from visit where facility_id = ?")
                .param(hospital.id().value())
                .query(Long.class)
                .single();
    }

    void corrected(long visit, String icd10) {
        inTransaction(() -> {
            part(JdbcClient.class)
                    .sql(
                            "update visit set diagnosis_code = ?, version = version + 1 where facility_id = ? and visit_id = ?")
                    .params(List.of(icd10, hospital.id().value(), visit))
                    .update();
            publish(new VisitRecorded(hospital.id(), patient, visit));
            return visit;
        });
    }

    void publishInTransaction(Object event) {
        inTransaction(() -> {
            publish(event);
            return event;
        });
    }

    void medicalDataSaid(String bloodGroup) {
        JdbcClient jdbc = part(JdbcClient.class);
        inTransaction(() -> {
            jdbc.sql("delete from emergency_data where facility_id = ? and patient_id = ?")
                    .params(List.of(hospital.id().value(), patient.value()))
                    .update();
            jdbc.sql("insert into emergency_data (facility_id, patient_id, blood_group, as_of, version) "
                            + "values (?, ?, ?, ?, 1)")
                    .params(List.of(hospital.id().value(), patient.value(), bloodGroup, LocalDate.now()))
                    .update();
            publish(new MedicalDataChanged(hospital.id(), patient));
            return null;
        });
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(part(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    void publish(Object event) {
        server.publishEvent(event);
    }

    KioskClient client() {
        return new KioskClient(port, kiosk.token());
    }

    Identification.Proven identify(CardSessionRequest session) {
        return (Identification.Proven)
                client().identify(chip.shown(kiosk.device().id().value(), session));
    }

    /** A whole contact until the report. */
    CardContact contact() {
        return identify(chip.session(CardRole.WRITING).request()).card();
    }

    Problem refusal(CardSessionRequest session) {
        return client().identifyProblem(chip.shown(kiosk.device().id().value(), session));
    }

    int report(CardContact contact, CardContactReport report) {
        return client().put(
                        ApiPaths.fill(ApiPaths.KIOSK_CARD_CONTACT, contact.id().toString()),
                        JSON.writeValueAsString(report))
                .statusCode();
    }

    FaultCode reportRefused(CardContact contact, CardContactReport report) {
        return JSON.readValue(
                        client().put(
                                        ApiPaths.fill(
                                                ApiPaths.KIOSK_CARD_CONTACT,
                                                contact.id().toString()),
                                        JSON.writeValueAsString(report))
                                .body(),
                        Problem.class)
                .code();
    }

    /** What the chip holds now. */
    CardContactReport state(long revision, byte[]... visits) {
        List<Integer> versions = List.of(
                chip.sets.get(CardRole.READING).version().code(),
                chip.sets.get(CardRole.WRITING).version().code(),
                chip.sets.get(CardRole.ADMINISTERING).version().code());
        return new CardContactReport(revision, false, true, versions, List.of(visits));
    }

    void reported(CardContact contact, long revision) {
        assertThat(report(contact, state(revision))).isEqualTo(204);
    }

    long registered(String column) {
        return part(JdbcClient.class)
                .sql("select " + column + " from patient_card where card_id = ?")
                .param(chip.id.hex())
                .query(Long.class)
                .single();
    }

    long count(String from) {
        return part(JdbcClient.class)
                .sql("select count(*) from " + from + " and facility_id = ?")
                .param(hospital.id().value())
                .query(Long.class)
                .single();
    }

    /** The server was started anew. */
    void moved(ApplicationContext again, int newPort) {
        server = again;
        port = newPort;
    }

    private byte[] identity(LocalDate today) {
        SigningKey key = signingKey();
        IdentityRecord record = new IdentityRecord(
                hospital.code(),
                chip.id,
                "BN000001",
                "Nguyễn Thị Minh",
                PartialDate.parse("1950"),
                vn.tiepdon.card.Sex.FEMALE,
                today.minusDays(2),
                today.plusYears(5),
                CardPublicKey.of((ECPublicKey) chip.pair.getPublic()),
                key.id());
        try {
            return SignedIdentityRecord.sign(record, key.privateKey()).encoded();
        } catch (InvalidKeyException unusable) {
            throw new AssertionError(unusable);
        }
    }
}
