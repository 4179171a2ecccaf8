package vn.tiepdon.server.exchange.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.content.TestVisitFields;

class InsuranceFileFuzzTest {

    /** Whatever happens to a file on its way: it gives records, refusals, or an end with a line. Nothing else. */
    @Property(tries = 400)
    void aFileThatWasDamagedIsReadOrRefusedAndNothingElse(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 20) int damages) {
        byte[] file = TestFiles.file(TestFiles.visit(1), TestFiles.visit(2)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i < damages; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        int items = 0;
        try (InsuranceFile source = new InsuranceFile(
                new ByteArrayInputStream(file), TestVisitFields.make(), ZoneId.of("Asia/Ho_Chi_Minh"))) {
            while (source.next().isPresent()) {
                items++;
            }
        } catch (FileBrokenException broken) {
            assertThat(broken.line()).isPositive();
            assertThat(broken.refusal().reason()).isNotNull();
        }
        assertThat(items).isLessThan(10);
    }

    /** Inside of the base64 too, where every field is. */
    @Property(tries = 400)
    void aPartThatWasDamagedRefusesItsRecordAtMost(@ForAll long seed) throws FileBrokenException {
        Random random = new Random(seed);
        byte[] row = TestFiles.row("TONG_HOP", TestFiles.fields(1)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            row[random.nextInt(row.length)] = (byte) random.nextInt(256);
        }
        String damaged = TestFiles.record(
                TestFiles.raw("XML1", java.util.Base64.getEncoder().encodeToString(row)));
        String file = TestFiles.file(damaged, TestFiles.visit(2));
        try (InsuranceFile source = new InsuranceFile(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                TestVisitFields.make(),
                ZoneId.of("Asia/Ho_Chi_Minh"))) {
            assertThat(source.next()).isPresent();
            assertThat(source.next().flatMap(it -> it.sourceId())).contains("LK000002");
        }
    }
}
