package vn.tiepdon.server.coverage.record;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;

/** A visit that was reported stays reported under its own id, of whoever its patient is now. */
@Component("insuranceRecordTables")
class RecordTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.owned("coverage_record", "record_id"));
    }
}
