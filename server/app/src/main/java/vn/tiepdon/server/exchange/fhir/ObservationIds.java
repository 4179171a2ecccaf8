package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.patient.PatientId;

/** Under which id something measured is told: {@code 12-HBA1C-} and the microsecond in base 36. */
final class ObservationIds {

    private static final String PANEL = "BP";
    private static final int DIGITS = 36;
    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private ObservationIds() {}

    /** The two parts of blood pressure have one. */
    static String of(PatientId patient, ObservationKind kind, Instant at) {
        long micros = at.getEpochSecond() * MICROS + at.getNano() / NANOS_OF_MICRO;
        String what = pressure(kind) ? PANEL : kind.name().replace('_', '.');
        return patient.value() + "-" + what + "-" + Long.toString(micros, DIGITS);
    }

    static boolean pressure(ObservationKind kind) {
        return kind == ObservationKind.SYSTOLIC || kind == ObservationKind.DIASTOLIC;
    }
}
