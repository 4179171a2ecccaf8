package vn.tiepdon.server.facility;

/** What a place with a queue is to a patient. */
public enum ClinicKind {
    /** Doctors see patients there. */
    CLINIC,
    RECEPTION,
    LABORATORY,
    IMAGING,
    CASHIER,
    PHARMACY
}
