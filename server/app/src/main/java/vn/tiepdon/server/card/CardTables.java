package vn.tiepdon.server.card;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.patient.merge.PatientTable;
import vn.tiepdon.server.patient.merge.PatientTables;

/** A card is its holder's, whoever they are now. */
@Component
class CardTables implements PatientTables {

    @Override
    public List<PatientTable> tables() {
        return List.of(PatientTable.owned("patient_card", "card_id"));
    }
}
