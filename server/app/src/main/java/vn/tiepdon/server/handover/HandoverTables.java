package vn.tiepdon.server.handover;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;

/** Who waits at the desk is whoever they are now. */
@Component
class HandoverTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.owned("handover", "handover_id"));
    }
}
