package vn.tiepdon.server.exchange.export;

/** What a hospital's records are written into. */
enum ExportKind {
    INSURANCE_XML("xml", "application/xml"),
    VISITS_CSV("csv", "text/csv;charset=UTF-8"),
    PATIENTS_CSV("csv", "text/csv;charset=UTF-8"),
    FHIR_NDJSON("ndjson", "application/fhir+ndjson");

    private final String ending;
    private final String type;

    ExportKind(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    String ending() {
        return ending;
    }

    /** Media type. */
    String type() {
        return type;
    }
}
