package vn.tiepdon.server.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;

/** Whoever a form has entered is whoever they are now. */
@Component
class RegistrationTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.owned("desk_registration", "registration_id"));
    }
}
