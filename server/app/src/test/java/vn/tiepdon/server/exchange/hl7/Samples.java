package vn.tiepdon.server.exchange.hl7;

import java.util.concurrent.atomic.AtomicInteger;

/** Messages of invented people. */
final class Samples {

    private static final AtomicInteger CONTROL = new AtomicInteger();

    private Samples() {}

    static String msh(String type, String controlId) {
        return "MSH|^~\\&|HIS|BV|TIEPDON|BV|20261122080000+0700||" + type + "|" + controlId
                + "|P|2.5.1||||||UNICODE UTF-8\r";
    }

    static String next() {
        return "M" + CONTROL.incrementAndGet();
    }

    static String pid(String numbers, String name, String born, String sex) {
        return "PID|1||" + numbers + "||" + name + "||" + born + "|" + sex
                + "|||12 Đường Thử^^Hà Nội^^^^H||0900000001\r";
    }

    static String national(String number) {
        return number + "^^^VNM^NI";
    }

    static String code(String number) {
        return number + "^^^^MR";
    }

    static String adt(String trigger, String pid) {
        return msh("ADT^" + trigger + "^ADT_A01", next()) + "EVN||20261122080000\r" + pid + "PV1|1|O\r";
    }

    static String merge(String kept, String gone) {
        return msh("ADT^A40^ADT_A39", next()) + "EVN||20261122080000\rPID|1||" + kept + "||Mẫu^Minh\rMRG|" + gone
                + "\r";
    }

    static String siu(String trigger, String id, String at, String clinic, String pid) {
        return msh("SIU^" + trigger + "^SIU_S12", next())
                + "SCH|" + id + "|||||ROUTINE|||30|min|^^30^" + at + "\r" + pid
                + "RGS|1\rAIS|1||KHAM|" + at + "\rAIL|1||" + clinic + "\r";
    }
}
