package vn.tiepdon.simulator.rig;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.simulator.card.citizen.Citizen;

/** What the QR codes on an invented patient's papers say; docs/codes.md gives the formats and their sources. */
public final class PaperCodes {

    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private PaperCodes() {}

    /** The QR on the chip ID card (căn cước). */
    public static String citizenCard(PatientEntry patient) {
        return Citizen.of(patient, LocalDate.now()).cardCode();
    }

    /** The QR on the paper health insurance card (thẻ BHYT). */
    public static String insuranceCard(PatientEntry patient) {
        return String.join(
                "|",
                patient.insuranceNumber(),
                hex(patient.fullName()),
                LocalDate.parse(patient.birthDate()).format(SLASHED),
                patient.sex() == Sex.FEMALE ? "2" : "1",
                "-",
                "01 - 028",
                "01/01/2026",
                "-",
                "02/01/2026",
                "01010190000123",
                "-",
                "4",
                " 01/10/2027",
                "0123456789abcdef-1202",
                "4",
                hex("Phường Mẫu, thành phố Hà Nội"),
                "$");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
    }
}
