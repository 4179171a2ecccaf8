package vn.tiepdon.server.illness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class IllnessPromises {

    static final String LIST = """
            Mã bệnh;Tên bệnh;Disease name
            W55;Bị động vật có vú khác cắn;Bitten by other mammals
            W55.1;Bị trâu bò húc;Struck by cattle
            W5X;Sai mã;Wrong
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    IllnessTable table;

    @Autowired
    DiagnosisCatalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    /** The list is one for all hospitals, so for all tests of this server. */
    @AfterEach
    void withoutAList() {
        jdbc.sql("delete from icd10").update();
    }

    private Loaded load(String list) throws UnreadableListException {
        TestHospital hospital = hospitals.open();
        StaffMember admin = new StaffMember(hospital.id(), "quantri", "Quản trị", Set.of(Role.ADMIN));
        return table.load(admin, "test", IllnessList.read(list.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aListIsLoadedOnceHoweverOftenAndRenamesWhatItKnows() throws Exception {
        assertThat(load(LIST).added()).isEqualTo(2);
        Loaded again = load(LIST.replace("húc", "húc, đá"));
        assertThat(again.added()).isZero();
        assertThat(again.changed()).isEqualTo(1);
        assertThat(again.same()).isEqualTo(1);
        assertThat(again.refused()).containsExactly(new RefusedLine(4, "W5X", RefusedLine.Reason.NO_CODE));
        assertThat(catalogue.find(new Icd10("W55.1")).map(it -> it.name().vi())).contains("Bị trâu bò húc, đá");
    }

    @Test
    void theLoadedListGoesBeforeTheShippedOne() throws Exception {
        assertThat(catalogue.find(new Icd10("I10"))).isPresent();
        load("ma;ten\nI10;Tên của Bộ Y tế\n");
        assertThat(catalogue.find(new Icd10("I10")).map(it -> it.name().vi())).contains("Tên của Bộ Y tế");
        assertThat(catalogue.find(new Icd10("E11.9"))).isPresent();
    }

    @Test
    void anIllnessIsFoundByCodeAndByNameWithoutDiacritics() throws Exception {
        assertThat(catalogue.search("tang huyet")).isNotEmpty();
        load(LIST);
        assertThat(catalogue.search("w551")).extracting(Diagnosis::code).containsExactly(new Icd10("W55.1"));
        assertThat(catalogue.search("trau bo")).extracting(Diagnosis::code).containsExactly(new Icd10("W55.1"));
        assertThat(catalogue.search("W55")).hasSize(2);
        assertThat(catalogue.search("%")).isEmpty();
        assertThat(catalogue.search("100%_\\")).isEmpty();
    }
}

@OnH2
class IllnessOnH2Test extends IllnessPromises {

    @Test
    void theAdministratorLoadsAFileAndSeesWhatWasRefused() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.staff(port, hospitals.open().staff(Role.ADMIN));
            page.navigate("http://localhost:" + port + "/icd10");
            page.locator("#file")
                    .setInputFiles(new FilePayload(
                            "icd10.csv", "text/csv", ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_8)));
            page.locator("#load button").click();
            assertThat(page.locator("#outcome .notice")).containsText("thêm 2 mã");
            assertThat(page.locator("#outcome tbody tr")).containsText("W5X");
            Browser.picture(page, "illness-list");
            Chromium.assertUsableByAll(page);
            page.locator("#file").setInputFiles(new FilePayload("x.xlsx", "x", new byte[] {'P', 'K', 3, 4, 5}));
            page.locator("#load button").click();
            assertThat(page.locator("#outcome .notice")).containsText("không phải Excel");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}

@OnPostgres
class IllnessOnPostgresTest extends IllnessPromises {}
