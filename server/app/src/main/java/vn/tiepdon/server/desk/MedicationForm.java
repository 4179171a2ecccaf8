package vn.tiepdon.server.desk;

import java.util.List;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.Kept;

/** The drugs in use as they stand in the inputs of the page. Lines that are empty are not there. */
record MedicationForm(Integer version, List<DrugLine> drugs) {

    MedicationForm {
        version = version == null ? 0 : version;
        drugs = EmergencyForm.lines(drugs, Drug.MOST);
    }

    static MedicationForm of(Kept<List<Drug>> kept) {
        return new MedicationForm(
                kept.version(), kept.value().stream().map(DrugLine::of).toList());
    }

    /** With empty lines to write on. */
    MedicationForm withSpareLines() {
        return new MedicationForm(version, EmergencyForm.padded(drugs, DrugLine::empty, Drug.MOST));
    }

    @Override
    public String toString() {
        return "MedicationForm[…]";
    }
}
