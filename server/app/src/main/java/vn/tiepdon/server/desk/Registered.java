package vn.tiepdon.server.desk;

import java.util.List;
import vn.tiepdon.server.patient.Lookalike;
import vn.tiepdon.server.patient.PatientId;

/** What came of entering somebody. */
sealed interface Registered {

    record Done(PatientId patient) implements Registered {}

    /** Nothing was written: the desk is to look at these first. */
    record Asked(List<Lookalike> alike) implements Registered {}
}
