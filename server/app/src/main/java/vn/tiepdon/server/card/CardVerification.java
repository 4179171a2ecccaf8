package vn.tiepdon.server.card;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardProof;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SignatureInvalidException;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.UnknownSigningKeyException;
import vn.tiepdon.server.card.contact.Caller;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.card.register.CardStatus;
import vn.tiepdon.server.card.register.RegisteredCard;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Whose card is this, and is it the card itself? */
@Component
public class CardVerification {

    /** ECDSA P-256 in DER takes 72 bytes at most. */
    private static final int LONGEST_SIGNATURE = 80;

    private static final Pattern CARD_ID = Pattern.compile("[0-9A-F]{32}");

    private final CardRegister register;
    private final SigningKeys keys;
    private final CardTalks talks;
    private final UnconfirmedCards unconfirmed;
    private final HospitalClock clock;
    private final Duration skew;

    CardVerification(
            CardRegister register,
            SigningKeys keys,
            CardTalks talks,
            UnconfirmedCards unconfirmed,
            HospitalClock clock,
            TiepDonSettings settings) {
        this.register = register;
        this.keys = keys;
        this.talks = talks;
        this.unconfirmed = unconfirmed;
        this.clock = clock;
        this.skew = settings.card().challengeSkew();
    }

    /**
     * The chip: proves the patient.
     *
     * @param source address the request came from
     */
    public CardVerdict verify(Facility facility, DeviceId device, String source, Presentation.PatientCard card) {
        if (!complete(card)) {
            return new CardVerdict.Refused(FaultCode.CARD_UNREADABLE);
        }
        try {
            SignedIdentityRecord signed = SignedIdentityRecord.parse(card.signedRecord());
            // Before the signature: another hospital's key is rightly unknown here.
            if (!signed.claimed().facilityCode().equals(facility.code())) {
                return new CardVerdict.Refused(FaultCode.CARD_OF_OTHER_HOSPITAL);
            }
            IdentityRecord identity = signed.verify(keys::publicKey);
            Optional<FaultCode> doubt = doubt(identity, device, card.proof());
            Optional<RegisteredCard> registered = register.find(facility.id(), identity.cardId());
            if (registered.isEmpty()
                    && doubt.isEmpty()
                    && unconfirmed.confirm(facility.id(), identity.cardId(), device.value(), source)) {
                registered = register.find(facility.id(), identity.cardId());
            }
            CardVerdict standing = standing(facility, registered);
            if (standing instanceof CardVerdict.Genuine && doubt.isPresent()) {
                return new CardVerdict.Refused(doubt.get());
            }
            return doubt.isPresent() || registered.isEmpty() || card.session() == null
                    ? standing
                    : talks.open(facility.id(), new Caller(device, source), registered.get(), card.session(), standing);
        } catch (NewerLayoutException newer) {
            return new CardVerdict.Refused(FaultCode.CARD_LAYOUT_UNKNOWN);
        } catch (MalformedRecordException malformed) {
            return new CardVerdict.Refused(FaultCode.CARD_UNREADABLE);
        } catch (UnknownSigningKeyException | SignatureInvalidException forged) {
            return new CardVerdict.Refused(FaultCode.CARD_SIGNATURE_INVALID);
        }
    }

    /** The QR on the card's face, for a broken chip: only a claim. */
    public CardVerdict verify(Facility facility, Presentation.PatientCardCode code) {
        if (!facility.code().equals(code.facility())) {
            return new CardVerdict.Refused(FaultCode.CODE_OF_OTHER_HOSPITAL);
        }
        if (code.cardId() == null || !CARD_ID.matcher(code.cardId()).matches()) {
            return new CardVerdict.Refused(FaultCode.CODE_UNREADABLE);
        }
        return standing(facility, register.find(facility.id(), CardId.ofHex(code.cardId())));
    }

    private static boolean complete(Presentation.PatientCard card) {
        Presentation.CardProof proof = card.proof();
        return card.signedRecord() != null
                && card.signedRecord().length <= SignedIdentityRecord.MAX_LENGTH
                && proof != null
                && proof.at() != null
                && proof.nonce() != null
                && proof.nonce().length == CardChallenge.NONCE_LENGTH
                && proof.signature() != null
                && proof.signature().length <= LONGEST_SIGNATURE;
    }

    /** Why this is perhaps not the card itself. */
    private Optional<FaultCode> doubt(IdentityRecord identity, DeviceId device, Presentation.CardProof proof) {
        if (Duration.between(proof.at(), clock.now()).abs().compareTo(skew) > 0) {
            return Optional.of(FaultCode.CLOCK_WRONG);
        }
        byte[] challenge = CardChallenge.of(device.value(), proof.at(), proof.nonce());
        try {
            CardProof.verify(identity.cardKey(), identity.cardId(), challenge, proof.signature());
            return Optional.empty();
        } catch (CardAuthenticationFailedException copy) {
            return Optional.of(FaultCode.CARD_COPY_SUSPECTED);
        }
    }

    private CardVerdict standing(Facility facility, Optional<RegisteredCard> found) {
        // A card that is signed but not in the register was struck from it.
        if (found.isEmpty() || found.get().status() != CardStatus.ACTIVE) {
            return new CardVerdict.Refused(FaultCode.CARD_BLOCKED);
        }
        RegisteredCard issued = found.get();
        if (!issued.validOn(clock.today(facility).date())) {
            return new CardVerdict.Refused(FaultCode.CARD_EXPIRED);
        }
        return new CardVerdict.Genuine(issued.patient(), Optional.empty());
    }
}
