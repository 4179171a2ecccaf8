package vn.tiepdon.card.patientcard;

import vn.tiepdon.card.transport.StatusWord;

/** The card knows no patient-card application: a bank card, an ID card, another system's card. */
public final class NotOurCardException extends PatientCardException {

    private static final long serialVersionUID = 1L;

    private final transient StatusWord status;

    public NotOurCardException(StatusWord status) {
        super("no patient-card application: " + status);
        this.status = status;
    }

    public StatusWord status() {
        return status;
    }
}
