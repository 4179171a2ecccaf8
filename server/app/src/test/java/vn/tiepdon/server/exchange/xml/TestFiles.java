package vn.tiepdon.server.exchange.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Insurance files for tests, with people who do not exist. */
public final class TestFiles {

    private TestFiles() {}

    public static String file(String... records) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<GIAMDINHHS><THONGTINDONVI><MACSKCB>36999</MACSKCB>"
                + "</THONGTINDONVI><THONGTINHOSO><NGAYLAP>20261122</NGAYLAP><SOLUONGHOSO>" + records.length
                + "</SOLUONGHOSO><DANHSACHHOSO>\n" + String.join("\n", records)
                + "\n</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>";
    }

    public static String record(String... files) {
        return "<HOSO>" + String.join("", files) + "</HOSO>";
    }

    public static String enclosed(String type, String document) {
        return enclosed(type, document, StandardCharsets.UTF_8);
    }

    static String enclosed(String type, String document, Charset charset) {
        return raw(type, Base64.getEncoder().encodeToString(document.getBytes(charset)));
    }

    static String raw(String type, String content) {
        return "<FILEHOSO><LOAIHOSO>" + type + "</LOAIHOSO><NOIDUNGFILE>" + content + "</NOIDUNGFILE></FILEHOSO>";
    }

    /** A visit with its drugs and results. */
    public static String visit(int number, String... changes) {
        Map<String, String> fields = fields(number);
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return record(
                enclosed("XML1", row("TONG_HOP", fields)),
                enclosed("XML2", drugs(fields.get("MA_LK"))),
                enclosed("XML3", "<CHITIEU_CHITIET_DVKT_VTYT/>"),
                enclosed("XML4", results(fields.get("MA_LK"))));
    }

    static Map<String, String> fields(int number) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MA_LK", "LK%06d".formatted(number));
        fields.put("STT", "1");
        fields.put("MA_BN", "BN%06d".formatted(number));
        fields.put("HO_TEN", "Nguyễn Thị Mẫu " + (char) ('A' + number % 26) + (char) ('a' + number / 26 % 26));
        fields.put("SO_CCCD", "0011600%05d".formatted(number));
        fields.put("NGAY_SINH", "196001020000");
        fields.put("GIOI_TINH", "2");
        fields.put("DIA_CHI", "Số 1 Phố Mẫu");
        fields.put("DIEN_THOAI", "0900000000");
        fields.put("MA_THE_BHYT", "DN40101900%05d;GD40101900%05d".formatted(number, number));
        fields.put("LY_DO_VV", "Khám định kỳ");
        fields.put("CHAN_DOAN_RV", "Tăng huyết áp vô căn; Đái tháo đường típ 2");
        fields.put("MA_BENH_CHINH", "I10");
        fields.put("MA_BENH_KT", "E11.9");
        fields.put("NGAY_VAO", "202610050830");
        fields.put("NGAY_RA", "202610051015");
        fields.put("KET_QUA_DTRI", "2");
        fields.put("MA_LOAI_KCB", "05");
        fields.put("MA_KHOA", "TIM");
        fields.put("CAN_NANG", "56.5");
        fields.put("NGAY_TAI_KHAM", "20261104");
        fields.put("T_TONGCHI_BV", "150000");
        return fields;
    }

    private static String drugs(String source) {
        return "<CHITIEU_CHITIET_THUOC><DSACH_CHI_TIET_THUOC><CHI_TIET_THUOC><MA_LK>" + source + "</MA_LK><STT>1</STT>"
                + "<MA_THUOC>40.491</MA_THUOC><TEN_THUOC><![CDATA[Amlodipin]]></TEN_THUOC><HAM_LUONG>5mg</HAM_LUONG>"
                + "<DON_VI_TINH>Viên</DON_VI_TINH><DUONG_DUNG>1.01</DUONG_DUNG>"
                + "<LIEU_DUNG>1 viên/lần * 1 lần/ngày * 30 ngày [1 viên/ngày]</LIEU_DUNG><SO_LUONG>30</SO_LUONG>"
                + "<MA_BAC_SI>000123/HNO-CCHN</MA_BAC_SI><NGAY_YL>202610050900</NGAY_YL></CHI_TIET_THUOC>"
                + "</DSACH_CHI_TIET_THUOC></CHITIEU_CHITIET_THUOC>";
    }

    private static String results(String source) {
        return "<CHITIEU_CHITIET_DICHVUCANLAMSANG><DSACH_CHI_TIET_CLS>"
                + result(source, "23.0083.1523", "", "Định lượng HbA1c [Máu]", "7,2", "%")
                + result(source, "23.0075.1494", "", "Glucose", "126", "mg/dL")
                + result(source, "22.0120.1370", "WBC", "Số lượng bạch cầu", "6.1", "G/L")
                + "</DSACH_CHI_TIET_CLS></CHITIEU_CHITIET_DICHVUCANLAMSANG>";
    }

    private static String result(String source, String service, String code, String name, String value, String unit) {
        return "<CHI_TIET_CLS><MA_LK>" + source + "</MA_LK><MA_DICH_VU>" + service + "</MA_DICH_VU><MA_CHI_SO>" + code
                + "</MA_CHI_SO><TEN_CHI_SO>" + name + "</TEN_CHI_SO><GIA_TRI>" + value + "</GIA_TRI><DON_VI_DO>" + unit
                + "</DON_VI_DO><NGAY_KQ>202610050915</NGAY_KQ></CHI_TIET_CLS>";
    }

    static String row(String name, Map<String, String> fields) {
        StringBuilder xml = new StringBuilder("<" + name + ">");
        fields.forEach((field, value) -> xml.append('<')
                .append(field)
                .append('>')
                .append(value)
                .append("</")
                .append(field)
                .append('>'));
        return xml + "</" + name + ">";
    }
}
