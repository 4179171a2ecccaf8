package vn.tiepdon.server.coverage.lookup;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;

/** What was asked about a patient stays asked about whoever they are now. */
@Component
class CoverageTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.owned("coverage_check", "check_id"));
    }
}
