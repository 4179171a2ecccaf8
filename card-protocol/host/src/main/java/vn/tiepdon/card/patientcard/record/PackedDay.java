package vn.tiepdon.card.patientcard.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** A day in four bytes, packed decimal yyyymmdd. */
final class PackedDay {

    static final int LENGTH = 4;

    private PackedDay() {}

    static byte[] encode(LocalDate day) {
        return HexFormat.of().parseHex(day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** @throws DateTimeException when there is no such day */
    static LocalDate decode(byte[] packed) {
        return LocalDate.parse(HexFormat.of().formatHex(packed), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
