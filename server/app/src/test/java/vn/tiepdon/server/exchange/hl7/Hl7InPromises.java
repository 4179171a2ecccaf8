package vn.tiepdon.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientPage;
import vn.tiepdon.server.patient.PatientQuery;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

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
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                1_000,
                Duration.ofDays(30),
                Duration.ofSeconds(2));
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
}

@OnH2
class Hl7InOnH2Test extends Hl7InPromises {}

@OnPostgres
class Hl7InOnPostgresTest extends Hl7InPromises {}
