package vn.tiepdon.simulator.bench.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Random;
import vn.tiepdon.simulator.harness.Progress;

/**
 * Insurance records of people who do not exist, in the wrapper of QĐ 4750/QĐ-BYT; the same for the same seed. A patient
 * has eight visits on average, each with drugs, and results every other time.
 */
record InsuranceSet(int records, long seed) {

    static final String SOURCE = "BENCH-";
    static final String PATIENT = "BX";

    /** Thanh Hóa: none of the invented hospital's own people are from there, so that no number is another's. */
    private static final String PROVINCE = "038";

    private static final int VISITS_EACH = 8;
    private static final int DRUGS = 3;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
    private static final int DAYS = 1_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String[] FAMILIES = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"
    };
    private static final String[] MIDDLES = {"Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Quốc", "Hữu"};
    private static final String[] GIVEN = {
        "An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hương", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân",
        "Sơn", "Tâm", "Uyên", "Việt", "Xuân", "Yến"
    };
    private static final String[][] ILLNESSES = {
        {"I10", "Tăng huyết áp vô căn"},
        {"E11.9", "Đái tháo đường típ 2"},
        {"J44.9", "Bệnh phổi tắc nghẽn mạn tính"},
        {"E78.2", "Rối loạn lipid máu hỗn hợp"}
    };
    private static final String[] MEDICINES = {
        "Amlodipin 5mg", "Metformin 850mg", "Losartan 50mg", "Gliclazid 30mg", "Atorvastatin 10mg", "Tiotropium 18mcg"
    };

    int patients() {
        return (records + VISITS_EACH - 1) / VISITS_EACH;
    }

    int prescriptions() {
        return records * DRUGS;
    }

    void write(Path file, Progress progress) throws IOException {
        Random random = new Random(seed);
        try (Writer out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<GIAMDINHHS><THONGTINDONVI><MACSKCB>36999</MACSKCB>"
                    + "</THONGTINDONVI><THONGTINHOSO><NGAYLAP>20261122</NGAYLAP><SOLUONGHOSO>" + records
                    + "</SOLUONGHOSO><DANHSACHHOSO>\n");
            for (int i = 0; i < records; i++) {
                // Neighbours in the file are different people, as in a hospital's month.
                out.write(record(i, i % patients(), random));
                if (i % 1_000 == 0) {
                    progress.done(i, "");
                }
            }
            out.write("</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>");
        }
        progress.done(records, "");
    }

    private String record(int number, int patient, Random random) {
        LocalDate day = FIRST.plusDays((long) number * DAYS / records);
        String source = SOURCE + "%08d".formatted(number);
        int illness = patient % ILLNESSES.length;
        StringBuilder xml = new StringBuilder("<HOSO>");
        part(xml, "XML1", summary(source, patient, day, illness, random));
        part(xml, "XML2", drugs(source, day, illness));
        part(xml, "XML3", "<CHITIEU_CHITIET_DVKT_VTYT/>");
        if (number % 2 == 0) {
            part(xml, "XML4", results(source, day, random));
        }
        return xml.append("</HOSO>\n").toString();
    }

    private static String summary(String source, int patient, LocalDate day, int illness, Random random) {
        int year = 1935 + patient % 60;
        boolean woman = patient % 2 == 0;
        int other = (illness + 1) % ILLNESSES.length;
        return "<TONG_HOP>" + element("MA_LK", source) + element("STT", "1")
                + element("MA_BN", PATIENT + "%07d".formatted(patient)) + element("HO_TEN", name(patient))
                + element("SO_CCCD", PROVINCE + "%d%02d%06d".formatted(woman ? 1 : 0, year % 100, patient % 1_000_000))
                + element(
                        "NGAY_SINH",
                        patient % 5 == 0
                                ? year + "00000000"
                                : year + "%02d%02d0000".formatted(1 + patient % 12, 1 + patient % 28))
                + element("GIOI_TINH", woman ? "2" : "1") + element("DIA_CHI", "Thôn Mẫu, xã Mẫu")
                + element("MA_THE_BHYT", "HT236%010d".formatted(3_600_000_000L + patient))
                + element("LY_DO_VV", "Khám định kỳ")
                + element("CHAN_DOAN_RV", ILLNESSES[illness][1] + "; " + ILLNESSES[other][1])
                + element("MA_BENH_CHINH", ILLNESSES[illness][0]) + element("MA_BENH_KT", ILLNESSES[other][0])
                + element("NGAY_VAO", DAY.format(day) + "0%d%02d".formatted(7 + random.nextInt(3), random.nextInt(60)))
                + element("NGAY_RA", DAY.format(day) + "1130") + element("KET_QUA_DTRI", "2")
                + element("T_TONGCHI_BV", "150000") + element("MA_LOAI_KCB", "05") + element("MA_KHOA", "K01")
                + element("MA_CSKCB", "36999") + element("CAN_NANG", Integer.toString(45 + random.nextInt(30)))
                + element("NGAY_TAI_KHAM", DAY.format(day.plusDays(30))) + "</TONG_HOP>";
    }

    private static String name(int patient) {
        return FAMILIES[patient % FAMILIES.length] + " " + MIDDLES[patient / 7 % MIDDLES.length] + " "
                + GIVEN[patient / 3 % GIVEN.length] + " " + GIVEN[patient / 61 % GIVEN.length];
    }

    private static String drugs(String source, LocalDate day, int illness) {
        StringBuilder rows = new StringBuilder("<CHITIEU_CHITIET_THUOC><DSACH_CHI_TIET_THUOC>");
        for (int i = 0; i < DRUGS; i++) {
            rows.append("<CHI_TIET_THUOC>")
                    .append(element("MA_LK", source))
                    .append(element("STT", "" + (i + 1)))
                    .append(element("MA_THUOC", "40." + (100 + i)))
                    .append(element("TEN_THUOC", MEDICINES[(illness + i) % MEDICINES.length]))
                    .append(element("DON_VI_TINH", "Viên"))
                    .append(element("DUONG_DUNG", "1.01"))
                    .append(element("LIEU_DUNG", "1 viên/lần * 1 lần/ngày * 30 ngày [1 viên/ngày]"))
                    .append(element("SO_LUONG", "30"))
                    .append(element("MA_BAC_SI", "000123/NB-CCHN"))
                    .append(element("NGAY_YL", DAY.format(day) + "0930"))
                    .append("</CHI_TIET_THUOC>");
        }
        return rows.append("</DSACH_CHI_TIET_THUOC></CHITIEU_CHITIET_THUOC>").toString();
    }

    private static String results(String source, LocalDate day, Random random) {
        return "<CHITIEU_CHITIET_DICHVUCANLAMSANG><DSACH_CHI_TIET_CLS>"
                + result(
                        source,
                        "23.0083.1523",
                        "HbA1c",
                        "%d.%d".formatted(5 + random.nextInt(5), random.nextInt(10)),
                        "%",
                        day)
                + result(
                        source,
                        "23.0075.1494",
                        "Glucose",
                        "%d.%d".formatted(4 + random.nextInt(9), random.nextInt(10)),
                        "mmol/L",
                        day)
                + "</DSACH_CHI_TIET_CLS></CHITIEU_CHITIET_DICHVUCANLAMSANG>";
    }

    private static String result(String source, String service, String name, String value, String unit, LocalDate day) {
        return "<CHI_TIET_CLS>" + element("MA_LK", source) + element("MA_DICH_VU", service)
                + element("TEN_CHI_SO", name) + element("GIA_TRI", value) + element("DON_VI_DO", unit)
                + element("NGAY_KQ", DAY.format(day) + "1000") + "</CHI_TIET_CLS>";
    }

    private static void part(StringBuilder xml, String type, String document) {
        xml.append("<FILEHOSO>")
                .append(element("LOAIHOSO", type))
                .append(element(
                        "NOIDUNGFILE", Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8))))
                .append("</FILEHOSO>");
    }

    private static String element(String name, String value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }
}
