package vn.tiepdon.server.synthetic;

import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;

record AllergyLine(String substance, Severity severity, int weight) {

    static AllergyLine of(String[] fields) {
        return new AllergyLine(fields[0], Severity.valueOf(fields[1]), Integer.parseInt(fields[2]));
    }
}
