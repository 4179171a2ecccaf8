package vn.tiepdon.simulator.rig;

import java.security.interfaces.ECPublicKey;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.card.VirtualPatientCard;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.StaffLogin;

/** Patient cards as the hospital issues them: the card makes its key, the server signs the record, the card takes it. */
public final class CardFactory {

    private final HospitalClient hospital;
    private final StaffLogin reception;

    public CardFactory(HospitalClient hospital, StaffLogin reception) {
        this.hospital = hospital;
        this.reception = reception;
    }

    public VirtualPatientCard cardOf(PatientEntry patient) throws InterruptedException {
        try {
            return VirtualPatientCard.personalised(key -> signedRecord(patient, key));
        } catch (TransportException | PatientCardException e) {
            throw new IllegalStateException("a virtual card could not be personalised", e);
        }
    }

    private byte[] signedRecord(PatientEntry patient, ECPublicKey key) {
        try {
            return hospital.issueCard(
                            reception,
                            patient.hospitalCode(),
                            CardPublicKey.of(key).point())
                    .orThrow()
                    .signedRecord();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a card was issued", e);
        }
    }
}
