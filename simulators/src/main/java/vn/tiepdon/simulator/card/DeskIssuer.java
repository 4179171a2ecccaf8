package vn.tiepdon.simulator.card;

import java.security.interfaces.ECPublicKey;
import java.util.function.Function;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.StaffLogin;

/** Gets a card's identity record signed where a desk gets it: from the hospital's server. */
public final class DeskIssuer implements Function<ECPublicKey, byte[]> {

    private final HospitalClient hospital;
    private final StaffLogin reception;
    private final String hospitalCode;

    /** @param hospitalCode of the patient whose card it becomes */
    public DeskIssuer(HospitalClient hospital, StaffLogin reception, String hospitalCode) {
        this.hospital = hospital;
        this.reception = reception;
        this.hospitalCode = hospitalCode;
    }

    @Override
    public byte[] apply(ECPublicKey cardKey) {
        try {
            return hospital.issueCard(
                            reception, hospitalCode, CardPublicKey.of(cardKey).point())
                    .orThrow()
                    .signedRecord();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server signed a card", e);
        }
    }
}
