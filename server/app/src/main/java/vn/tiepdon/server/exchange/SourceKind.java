package vn.tiepdon.server.exchange;

/** What a file to import is written in. */
public enum SourceKind {
    /** {@code GIAMDINHHS} of Decisions 130, 4750 and 3176/QĐ-BYT. */
    INSURANCE_XML,
    /** One line for each visit or patient. */
    CSV,
    /** One FHIR resource a line. */
    FHIR_NDJSON,
    /** FHIR R4 bundles. */
    FHIR_BUNDLE
}
