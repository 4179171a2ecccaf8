package vn.tiepdon.server.patient.merge;

import java.util.List;

/** What tables of a package hold rows of patients. */
public interface PatientTables {

    List<PatientTable> tables();
}
