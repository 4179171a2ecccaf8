package vn.tiepdon.server.citizen;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;

/** Who agreed is whoever they are now. */
@Component
class ConsentTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.owned("chip_consent", "identification_id"));
    }
}
