package vn.tiepdon.server.card.contact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.record.SignedRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.CardVisits;

/** Visits that a card told of: believed when the hospital signed them for this card, whoever brings them. */
@Component
class ReportedVisits {

    private static final Logger log = LoggerFactory.getLogger(ReportedVisits.class);

    private final SigningKeys keys;
    private final CardVisits visits;

    ReportedVisits(SigningKeys keys, CardVisits visits) {
        this.keys = keys;
        this.visits = visits;
    }

    /**
     * @param told at most as many as a card's log holds; null for none
     * @throws CardContactException when there are more
     */
    void take(FacilityId facility, RegisteredCard card, List<byte[]> told) {
        if (told == null) {
            return;
        }
        if (told.size() > CardTasks.VISITS) {
            throw new CardContactException(FaultCode.REQUEST_INVALID, told.size() + " visits");
        }
        told.stream().filter(Objects::nonNull).forEach(signed -> {
            try {
                if (SignedRecord.verify(card.id(), signed, keys::publicKey) instanceof VisitRecord visit) {
                    visits.keep(facility, card.patient(), visit, hash(signed));
                }
            } catch (PatientCardException notBelieved) {
                log.info(
                        "a visit on a card is not believed: {}",
                        notBelieved.getClass().getSimpleName());
            }
        });
    }

    private static String hash(byte[] signed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signed));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
