package vn.tiepdon.server.illness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.illness.UnreadableListException.Reason;

class IllnessListTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook of one sheet whose cells say their text themselves (ECMA-376 part 1, 18.3.1.53). */
    static byte[] workbook(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int i = 0; i < rows.size(); i++) {
            sheet.append("<row r=\"").append(i + 1).append("\">");
            for (int j = 0; j < rows.get(i).size(); j++) {
                sheet.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                        .formatted('A' + j, i + 1, rows.get(i).get(j)));
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        return zip(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "_rels/.rels",
                relations("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                  <sheets><sheet name="ICD10" sheetId="1" r:id="rId1"/></sheets></workbook>""",
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", "worksheets/sheet1.xml"),
                "xl/worksheets/sheet1.xml",
                sheet.toString());
    }

    private static String relations(String type, String target) {
        return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="rId1" Target="%s"
                      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/>
                </Relationships>""".formatted(target, type);
    }

    private static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(utf8(namesAndTexts[i + 1]));
            }
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static List<String> codes(IllnessList list) {
        return list.illnesses().stream().map(it -> it.code().code()).toList();
    }

    @Test
    void commaAndSemicolonAndAMarkBeforeThemAreUnderstood() throws Exception {
        for (String text : List.of(
                "Mã bệnh,Tên bệnh,Disease name\nI10,\"Bệnh tăng huyết áp, vô căn\",Hypertension\n",
                "\uFEFFMÃ BỆNH;TÊN BỆNH;DISEASE NAME\r\nI10;Bệnh tăng huyết áp, vô căn;Hypertension\r\n",
                "Danh mục\ncode\tvi\ten\ni10*\t\"Bệnh tăng huyết áp, vô căn\"\tHypertension")) {
            IllnessList list = IllnessList.read(utf8(text));
            assertThat(list.illnesses()).singleElement().satisfies(it -> {
                assertThat(it.code().code()).isEqualTo("I10");
                assertThat(it.name().vi()).isEqualTo("Bệnh tăng huyết áp, vô căn");
                assertThat(it.name().en()).isEqualTo("Hypertension");
                assertThat(it.chapter()).isEqualTo(9);
            });
            assertThat(list.refusedCount()).isZero();
        }
    }

    @Test
    void theMinistrysWorkbookIsUnderstoodWithItsCategories() throws Exception {
        IllnessList list = IllnessList.read(workbook(List.of(
                List.of("DANH MỤC ICD-10"),
                List.of(
                        "STT",
                        "MÃ LOẠI",
                        "TYPE NAME",
                        "TÊN LOẠI",
                        "MÃ BỆNH",
                        "MÃ BỆNH KHÔNG DẤU",
                        "DISEASE NAME",
                        "TÊN BỆNH"),
                List.of(
                        "1",
                        "E11",
                        "Type 2 diabetes",
                        "Đái tháo đường típ 2",
                        "E11.0†",
                        "E110",
                        "With coma",
                        "Có hôn mê"),
                List.of(
                        "2",
                        "E11",
                        "Type 2 diabetes",
                        "Đái tháo đường típ 2",
                        "E11.9",
                        "E119",
                        "Without",
                        "Không biến chứng"),
                List.of("3", "I10", "Hypertension", "Tăng huyết áp", "I10", "I10", "Hypertension", "Tăng huyết áp"))));
        assertThat(codes(list)).containsExactly("E11", "E11.0", "E11.9", "I10");
        assertThat(list.refused()).isEmpty();
    }

    @Test
    void aRefusedLineSaysWhichAndWhy() throws Exception {
        IllnessList list = IllnessList.read(utf8("""
                ma;ten
                I10;Tăng huyết áp
                I1O;Chữ O

                I11.9;
                I10;Tên khác
                "I12.9";"%s"
                """.formatted("x".repeat(401))));
        assertThat(codes(list)).containsExactly("I10");
        assertThat(list.refused())
                .containsExactly(
                        new RefusedLine(3, "I1O", RefusedLine.Reason.NO_CODE),
                        new RefusedLine(5, "I11.9", RefusedLine.Reason.NO_NAME),
                        new RefusedLine(6, "I10", RefusedLine.Reason.TWICE),
                        new RefusedLine(7, "I12.9", RefusedLine.Reason.NAME_TOO_LONG));
    }

    @Test
    void whatIsNoListIsRefusedWhole() {
        assertRefused(new byte[0], Reason.EMPTY);
        assertRefused(utf8("ma;gia\nI10;3"), Reason.NO_HEAD);
        assertRefused("ma;ten\nI10;Tăng huyết áp".getBytes(Charset.forName("UTF-16")), Reason.UNKNOWN_FORM);
        assertRefused(zip("không phải Excel.txt", "x"), Reason.UNKNOWN_FORM);
        byte[] broken = workbook(List.of(List.of("ma", "ten"), List.of("I10", "Tăng huyết áp")));
        assertRefused(Arrays.copyOf(broken, broken.length / 2), Reason.UNKNOWN_FORM);
    }

    @Test
    void anArchiveThatUnpacksToMoreThanAnyListIsRefusedUnread() {
        byte[] bomb = zip("xl/workbook.xml", " ".repeat(97 << 20));
        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertRefused(bomb, Reason.TOO_LARGE);
    }

    @Test
    void noBrokenFileBreaksTheReader() throws Exception {
        long seed = 20_260_302;
        Random random = new Random(seed);
        byte[] whole = workbook(List.of(List.of("ma", "ten"), List.of("I10", "Tăng huyết áp")));
        for (int i = 0; i < 300; i++) {
            byte[] file = whole.clone();
            for (int j = 0; j < 5; j++) {
                file[4 + random.nextInt(file.length - 4)] = (byte) random.nextInt();
            }
            try {
                IllnessList.read(file);
            } catch (UnreadableListException expected) {
                assertThat(expected.reason()).as("seed " + seed).isNotNull();
            }
        }
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> IllnessList.read(file))
                .isInstanceOfSatisfying(UnreadableListException.class, it -> assertThat(it.reason())
                        .isEqualTo(reason));
    }
}
