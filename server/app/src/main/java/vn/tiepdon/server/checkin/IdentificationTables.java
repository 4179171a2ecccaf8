package vn.tiepdon.server.checkin;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;

/** Who was identified is whoever they are now. */
@Component
class IdentificationTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.owned("identification", "identification_id"));
    }
}
