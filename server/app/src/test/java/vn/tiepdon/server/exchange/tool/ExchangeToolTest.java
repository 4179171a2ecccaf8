package vn.tiepdon.server.exchange.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** The commands of the shell, in front of the running server. */
@OnH2
class ExchangeToolTest {

    private static final int PEOPLE = 3;

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    TestHospital full;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void aHospitalWithVisits() {
        full = hospitals.open();
        ClinicId clinic = full.clinic("TIM", 100);
        for (int i = 1; i <= PEOPLE; i++) {
            PatientId patient = full.patient("Nguyễn Thị Số " + "Một Hai Ba".split(" ")[i - 1], "195" + i, Sex.FEMALE);
            full.identifier(patient, IdentifierKind.HOSPITAL, "BN00000" + i);
            full.visit(patient, clinic, LocalDate.of(2026, 1, i), "I10", "Tăng huyết áp");
        }
    }

    private int run(TestHospital at, String... arguments) {
        return run(at.staff(Role.ADMIN), TestData.FIRST_PASSWORD, arguments);
    }

    private int run(String login, String password, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", "http://localhost:" + port, "--login", login));
        CommandLine tool =
                ExchangeTool.of(Map.of(ServerAccess.PASSWORD, password)::get).setErr(new PrintWriter(said, true));
        return tool.setOut(new PrintWriter(said, true)).execute(all.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void whatIsExportedInAnyFormatIsTheSameHospitalElsewhereHoweverOftenTold() throws Exception {
        for (ExportCommand.Format format : ExportCommand.Format.values()) {
            String file = file(format.name());
            assertThat(run(full, "export", file, "--format", format.name()))
                    .as(said::toString)
                    .isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
                    .isEqualTo("rw-------");
            TestHospital empty = hospitals.open();
            empty.clinic("TIM", 100);
            assertThat(run(empty, "import", file, file)).as(said::toString).isZero();
            assertThat(count("patient", empty)).as(format.name()).isEqualTo(PEOPLE);
            assertThat(count("visit", empty))
                    .as(format.name())
                    .isEqualTo(format == ExportCommand.Format.PATIENTS_CSV ? 0 : PEOPLE);
        }
    }

    private int count(String table, TestHospital at) {
        return jdbc.sql("select count(*) from " + table + " where facility_id = ?")
                .param(at.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatCannotBeExportedIsSaidAndLeavesNoFile() throws Exception {
        Files.writeString(folder.resolve("there"), "kept");
        assertThat(run(full, "export", file("there"))).isEqualTo(ExitCodes.USAGE);
        assertThat(folder.resolve("there")).hasContent("kept");
        assertThat(run(full, "export", file("nowhere/file"))).isEqualTo(ExitCodes.USAGE);
        assertThat(run(full.staff(Role.ADMIN), "sai-mat-khau", "export", file("a")))
                .isEqualTo(ExitCodes.NO_SERVER);
        assertThat(run(full.staff(Role.RECEPTION), TestData.FIRST_PASSWORD, "export", file("a")))
                .isEqualTo(ExitCodes.NO_SERVER);
        assertThat(said.toString())
                .contains("is there already", "Nothing can be written", "password is wrong", "only an administrator");
        assertThat(folder).isDirectoryNotContaining("glob:**a").isDirectoryNotContaining("glob:**.part");
        assertThat(run(full, "export", file("there"), "--replace")).isZero();
        assertThat(Files.readString(folder.resolve("there"))).contains("GIAMDINHHS");
    }
}
