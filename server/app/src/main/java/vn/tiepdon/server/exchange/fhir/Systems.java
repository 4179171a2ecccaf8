package vn.tiepdon.server.exchange.fhir;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.IdentifierKind;

/** The URIs that say whose numbers and codes are meant; documented in docs/fhir.md. */
final class Systems {

    /** Five characters, mã cơ sở khám chữa bệnh. */
    static final String FACILITY = "urn:tiepdon:id:ma-cskcb";

    static final String ICD10 = "http://hl7.org/fhir/sid/icd-10";
    static final String LOINC = "http://loinc.org";
    static final String UCUM = "http://unitsofmeasure.org";
    /** MA_LOAI_KCB of QĐ 1804/2026/QĐ-BYT. */
    static final String VISIT_KIND = "urn:tiepdon:code:ma-loai-kcb";
    /** KET_QUA_DTRI of QĐ 4750/QĐ-BYT. */
    static final String OUTCOME = "urn:tiepdon:code:ket-qua-dtri";
    /** MA_THUOC of the hospital's own list. */
    static final String DRUG = "urn:tiepdon:code:ma-thuoc";

    /** The chronic programmes that every Tiếp Đón knows. */
    static final String PROGRAMME = "urn:tiepdon:code:chuong-trinh";

    private static final Pattern DRUGS_IN_USE = Pattern.compile("urn:tiepdon:id:[0-9A-Z]{5}:thuoc-dang-dung");
    private static final Pattern CODES = Pattern.compile("urn:tiepdon:id:([0-9A-Z]{5}):ma-bn");

    private Systems() {}

    /** The hospital's own codes of clinics and rooms, its patients' codes and its visits' ids mean nothing elsewhere. */
    static String clinic(Facility facility) {
        return own(facility, "phong-kham");
    }

    static String room(Facility facility) {
        return own(facility, "phong");
    }

    /** MA_LK, or another system's own id of a visit. */
    static String visit(Facility facility) {
        return own(facility, "ma-lk");
    }

    static String observation(Facility facility) {
        return own(facility, "ket-qua");
    }

    /** Another system's own id of an appointment. */
    static String appointment(Facility facility) {
        return own(facility, "lich-hen");
    }

    static String doctor(Facility facility) {
        return own(facility, "ma-bac-si");
    }

    /** An entry of the list of drugs in use that a hospital's desk keeps. */
    static String drugInUse(Facility facility) {
        return own(facility, "thuoc-dang-dung");
    }

    /** Whether that is what an identifier names, of whichever hospital. */
    static boolean isDrugInUse(String system) {
        return system != null && DRUGS_IN_USE.matcher(system).matches();
    }

    static String of(IdentifierKind kind, Facility facility) {
        return switch (kind) {
            case NATIONAL -> "urn:tiepdon:id:so-dinh-danh";
            case OLD_NATIONAL -> "urn:tiepdon:id:so-cmnd";
            case INSURANCE -> "urn:tiepdon:id:ma-so-bhxh";
            case PASSPORT -> "urn:tiepdon:id:so-ho-chieu";
            case HOSPITAL -> own(facility, "ma-bn");
        };
    }

    /** Which hospital's patients' codes these are, by its five characters; empty for anything else. */
    static Optional<String> codesOf(String system) {
        Matcher codes = CODES.matcher(system == null ? "" : system);
        return codes.matches() ? Optional.of(codes.group(1)) : Optional.empty();
    }

    private static String own(Facility facility, String what) {
        return "urn:tiepdon:id:" + facility.code() + ":" + what;
    }
}
