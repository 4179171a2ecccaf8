package vn.tiepdon.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.appointment.Appointments;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientPage;
import vn.tiepdon.server.patient.PatientQuery;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

/** Another system talks to the server over real sockets. */
abstract class Hl7InPromises {

    @Autowired
    TestHospitals hospitals;

    @Autowired
    SenderGate gate;

    @Autowired
    Hl7Intake intake;

    @Autowired
    Partners partners;

    @Autowired
    PatientDirectory directory;

    @Autowired
    PatientMerges merges;

    @Autowired
    Appointments appointments;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    TestHospital.Enrolled system;
    MllpServer server;
    Hl7Peer his;

    static Hl7Settings settings() {
        return new Hl7Settings(
                true,
                0,
                "127.0.0.1",
                "",
                "",
                "",
                "",
                DataSize.ofKilobytes(256),
                6,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                1_000,
                Duration.ofDays(30),
                Duration.ofSeconds(10));
    }

    @BeforeEach
    void aSystemThatMayTalk() throws IOException {
        // On one server all tests talk from one address: only this one's system is known by it.
        jdbc.sql("update hl7_partner set addresses = ''").update();
        hospital = hospitals.open();
        system = hospital.system();
        partners.save(partner(system, "127.0.0.1", "HIS"));
        server = MllpServer.start(settings(), gate, intake, ServerSocketFactory.getDefault());
        his = Hl7Peer.at(server.port());
    }

    static Partner partner(TestHospital.Enrolled system, String addresses, String application) {
        return new Partner(
                system.device().facility(), system.device().id(), application, "", addresses, "", "", 0, false);
    }

    @AfterEach
    void close() throws IOException {
        his.close();
        server.close();
    }

    PatientPage found(String name) {
        return directory.search(
                hospital.id(),
                new PatientQuery(
                        Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty()),
                Optional.empty(),
                10);
    }

    @Test
    void whomAnotherSystemRegistersIsFoundAtTheDesk() throws IOException {
        String answer = his.ask(
                Samples.adt("A04", Samples.pid(Samples.national("001150000001"), "Nguyễn^Minh^Thị", "19500302", "F")));
        assertThat(answer).contains("MSA|AA|");
        assertThat(found("nguyen thi minh").patients()).singleElement().satisfies(it -> {
            assertThat(it.patient().fullName()).isEqualTo("Nguyễn Thị Minh");
            assertThat(it.patient().birthDate().iso()).isEqualTo("1950-03-02");
            assertThat(it.telephone()).contains("0900000001");
            assertThat(it.address()).contains("12 Đường Thử, Hà Nội");
        });
    }

    @Test
    void theSameMessageSentAgainDoesNothingAndIsAnsweredAlike() throws IOException {
        String message = Samples.adt("A04", Samples.pid(Samples.national("001150000002"), "Trần^Đức^Văn", "1960", "M"));
        String first = his.ask(message);
        try (Hl7Peer another = Hl7Peer.at(server.port())) {
            assertThat(another.ask(message)).isEqualTo(first);
        }
        assertThat(found("tran van duc").patients()).hasSize(1);
        String other = his.ask(message.replace("|1960|", "|1961|"));
        assertThat(other).contains("MSA|AR|", "|205^", "L07^");
    }

    @Test
    void ofOneMessageSentByManyAtOnceOneIsCarriedOut() throws Exception {
        String message = Samples.adt("A04", Samples.pid(Samples.code("X-77"), "Trần^Đồng^Văn", "1960", "M"));
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(() -> {
                try (Hl7Peer one = Hl7Peer.at(server.port())) {
                    return one.ask(message);
                }
            });
        }
        assertThat(Together.run(all)).allSatisfy(it -> assertThat(it).contains("MSA|AA|"));
        assertThat(found("tran van dong").patients()).hasSize(1);
    }

    @Test
    void anUpdateChangesWhoIsKnownAndNobodyElse() throws IOException {
        PatientId minh = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.identifier(minh, IdentifierKind.HOSPITAL, "BN000007");
        String told = Samples.pid(
                Samples.code("BN000007") + "~" + Samples.national("001150000003"),
                "Nguyễn^Minh^Thị Ngọc",
                "19500302",
                "F");
        assertThat(his.ask(Samples.adt("A08", told))).contains("MSA|AA|");
        PatientDetails now = directory.details(hospital.id(), List.of(minh)).get(0);
        assertThat(now.patient().fullName()).isEqualTo("Nguyễn Thị Ngọc Minh");
        assertThat(now.number(IdentifierKind.NATIONAL)).contains("001150000003");
        assertThat(now.patient().hospitalCode()).isEqualTo("BN000007");
        String stranger = his.ask(Samples.adt("A08", Samples.pid(Samples.code("BN9"), "Lê^Hoa", "1970", "F")));
        assertThat(stranger).contains("MSA|AE|", "ERR||PID^1^3|204^", "L08^");
    }

    @Test
    void twoWhoAreOneAreMergedAndTheDeskCanPartThem() throws IOException {
        PatientId kept = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.identifier(kept, IdentifierKind.HOSPITAL, "BN000001");
        PatientId gone = hospital.patient("Nguyễn Thị Mịnh", "1950", Sex.FEMALE);
        hospital.identifier(gone, IdentifierKind.HOSPITAL, "BN000002");
        assertThat(his.ask(Samples.merge(Samples.code("BN000001"), Samples.code("BN404"))))
                .contains("MSA|AE|", "ERR||MRG^1^1|204^");
        assertThat(his.ask(Samples.merge(Samples.code("BN000001"), Samples.code("BN000002"))))
                .contains("MSA|AA|");
        assertThat(merges.keptFor(hospital.id(), gone)).contains(kept);
        assertThat(his.ask(Samples.merge(Samples.code("BN000001"), Samples.code("BN000002"))))
                .contains("MSA|AA|");
        assertThat(merges.part(
                        hospital.id(), merges.into(hospital.id(), kept).get(0).id(), "letan", "test", "hai người"))
                .isInstanceOf(MergeOutcome.Done.class);
    }

    @Test
    void whoIsMuchLikeSomebodyIsLeftToTheDesk() throws IOException {
        hospital.patient("Quách Bích Nguyệt", "1950-03-02", Sex.FEMALE);
        String answer = his.ask(Samples.adt("A04", Samples.pid("", "Quách^Nguyệt^Bích", "19500302", "F")));
        assertThat(answer).contains("MSA|AE|", "|205^", "L09^");
        assertThat(found("quach bich nguyet").patients()).hasSize(1);
        String withCode =
                his.ask(Samples.adt("A04", Samples.pid(Samples.code("HIS-1"), "Quách^Nguyệt^Bích", "19500302", "F")));
        assertThat(withCode).contains("MSA|AA|", "|0^", "|W|L11^");
        assertThat(found("quach bich nguyet").patients()).hasSize(2);
    }

    @Test
    void anAppointmentIsBookedMovedAndCancelledByTheOtherSystemsId() throws IOException {
        ClinicId heart = hospital.clinic("TIM", 100);
        hospital.seesByAppointment(heart, LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 1);
        LocalDate day = clock.today(facilities.get(hospital.id())).date().plusDays(3);
        String date = day.toString().replace("-", "");
        String minh = Samples.pid(Samples.code("BN1"), "Nguyễn^Minh^Thị", "1950", "F");
        String hoa = Samples.pid(Samples.code("BN2"), "Lê^Hoa^Thị", "1970", "F");
        assertThat(his.ask(Samples.siu("S12", "H1", date + "0700", "TIM", minh)))
                .contains("MSA|AA|");
        assertThat(his.ask(Samples.siu("S12", "H1", date + "0700", "TIM", minh)))
                .contains("MSA|AA|");
        assertThat(his.ask(Samples.siu("S12", "H1", date + "0730", "TIM", minh)))
                .contains("MSA|AE|", "L23^");
        assertThat(his.ask(Samples.siu("S12", "H2", date + "0700", "TIM", hoa))).contains("MSA|AE|", "L20^");
        assertThat(found("le thi hoa").patients())
                .as("nothing of what was refused")
                .isEmpty();
        assertThat(his.ask(Samples.siu("S12", "H2", date + "0715", "TIM", hoa))).contains("MSA|AE|", "L21^");
        assertThat(his.ask(Samples.siu("S12", "H2", date + "0730", "NHI", hoa))).contains("MSA|AE|", "N03^");
        assertThat(his.ask(Samples.siu("S13", "H1", date + "073000+0700", "TIM", minh)))
                .contains("MSA|AA|");
        assertThat(his.ask(Samples.siu("S12", "H2", date + "0700", "TIM", hoa))).contains("MSA|AA|");
        assertThat(his.ask(Samples.siu("S14", "H2", date + "0700", "TIM", hoa))).contains("MSA|AA|");
        assertThat(his.ask(Samples.siu("S26", "H2", date + "0700", "TIM", hoa))).contains("MSA|AE|", "L23^");
        assertThat(his.ask(Samples.siu("S15", "H1", date + "0730", "TIM", minh)))
                .contains("MSA|AA|");
        assertThat(his.ask(Samples.siu("S15", "H9", date + "0730", "TIM", minh)))
                .contains("MSA|AE|", "|204^");
        assertThat(appointments.ofDay(hospital.id(), heart, day))
                .singleElement()
                .satisfies(it -> assertThat(it.slot().starts()).isEqualTo(LocalTime.of(7, 0)));
    }

    @Test
    void aMessageThatWasCutOffIsForgottenAndTheNextOneIsTaken() throws IOException {
        byte[] whole =
                Samples.adt("A04", Samples.pid("", "Vũ^Ánh^Ngọc", "1970", "F")).getBytes(StandardCharsets.UTF_8);
        his.raw((byte) 0x0B);
        his.raw(Arrays.copyOf(whole, whole.length / 2));
        assertThat(his.ask(Samples.adt("A04", Samples.pid("", "Đặng^Ổn^Văn", "1971", "M"))))
                .contains("MSA|AA|");
        his.raw((byte) 0x0B);
        his.raw(Arrays.copyOf(whole, whole.length / 2));
        his.close();
        his = Hl7Peer.at(server.port());
        his.raw("rubbish\r\n\u0000".getBytes(StandardCharsets.UTF_8));
        assertThat(his.ask(Samples.adt("A04", Samples.pid("", "Đỗ^Ý^Văn", "1972", "M"))))
                .contains("MSA|AA|");
        assertThat(found("vu ngoc anh").patients()).isEmpty();
    }

    @Test
    void whatNeverEndsIsRefusedAndTheOthersGoOn() throws IOException {
        his.raw((byte) 0x0B);
        his.raw(Samples.msh("ADT^A04", "LONG").getBytes(StandardCharsets.UTF_8));
        byte[] much = new byte[64 * 1024];
        Arrays.fill(much, (byte) 'x');
        try {
            for (int i = 0; i < 160; i++) {
                his.raw(much);
            }
        } catch (IOException noLongerTaken) {
            assertThat(noLongerTaken).isNotNull();
        }
        try (Hl7Peer other = Hl7Peer.at(server.port())) {
            assertThat(other.ask(Samples.adt("A04", Samples.pid("", "Mai^Thử^Văn", "1972", "M"))))
                    .contains("MSA|AA|");
        }
    }

    @Test
    void lettersOfAnotherEncodingAreRefused() throws IOException {
        String message = Samples.adt("A04", Samples.pid("", "Lý^Bé", "1972", "M"));
        assertThat(his.ask(message.replace("UNICODE UTF-8", "8859/1"))).contains("MSA|AR|", "ERR||MSH^1^18|103^");
        his.raw((byte) 0x0B);
        his.raw(message.getBytes(StandardCharsets.ISO_8859_1));
        his.raw((byte) 0x1C, (byte) 0x0D);
        assertThat(his.hear()).contains("MSA|AR|", "ERR||MSH^1^18|102^");
        assertThat(his.ask("no message at all")).contains("MSA|AR|", "L01^");
        assertThat(his.ask(message.replace("ADT^A04", "ADT^A01"))).contains("MSA|AR|", "|201^");
        assertThat(his.ask(message.replace("|P|2.5.1", "|T|2.5.1"))).contains("MSA|AR|", "|202^");
        assertThat(his.ask(message.replace("|1972|", "|1972-13|"))).contains("MSA|AE|", "ERR||PID^1^7|102^");
        assertThat(his.ask(message.replace("|P|2.5.1|", "|P|2.3|").replace("ADT^A04^ADT_A01", "ADT^A04")))
                .contains("MSA|AA|");
    }

    @Test
    void inEnhancedModeTheCommitIsAcknowledgedAsAskedFor() throws IOException {
        String message = Samples.adt("A04", Samples.pid("", "Cao^Lan", "1972", "F"));
        assertThat(his.ask(message.replace("||||||UNICODE", "|||AL|NE||UNICODE")))
                .contains("MSA|CA|");
        his.say(Samples.adt("A04", Samples.pid("", "Cao^Liên", "1973", "F"))
                .replace("||||||UNICODE", "|||ER|NE||UNICODE"));
        assertThat(his.ask(Samples.adt("A09", Samples.pid("", "Cao^Lý", "1973", "F"))
                        .replace("||||||UNICODE", "|||ER|NE||UNICODE")))
                .contains("MSA|CR|");
    }

    @Test
    void whoIsNotKnownIsShutOutAndPutOnRecord() throws IOException {
        assertThat(his.ask(Samples.adt("A04", Samples.pid("", "Cao^Lan", "1972", "F"))
                        .replace("|HIS|", "|XYZ|")))
                .contains("MSA|AR|", "L06^");
        partners.save(partner(system, "10.0.0.0/8", ""));
        try (Hl7Peer stranger = Hl7Peer.at(server.port())) {
            assertThat(stranger.hear()).isNull();
        }
        assertThat(found("cao lan").patients()).isEmpty();
        SenderGate fresh = new SenderGate(partners, audit, clock);
        assertThat(fresh.knows("192.0.2.7", "")).isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from audit where facility_id = ? and source = '192.0.2.7' and result = 'L06'")
                        .param(hospital.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}

@OnH2
class Hl7InOnH2Test extends Hl7InPromises {}

@OnPostgres
class Hl7InOnPostgresTest extends Hl7InPromises {}
