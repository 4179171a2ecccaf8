package vn.tiepdon.server.card.contact;

import java.security.ProviderException;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.channel.CardAnswer;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.key.MasterMissingException;

/** The only place where a card's own keys are made to answer it; they are forgotten before the answer leaves. */
@Component
public class CardSessions {

    private final CardMasters masters;

    CardSessions(CardMasters masters) {
        this.masters = masters;
    }

    /**
     * @param role that may be opened
     * @param cardIdOrSerial of the card that this claims to be: 16 bytes, or for transport keys 8
     * @throws CardSessionRefusedException CARD_UNREADABLE for what is no such answer, NOT_ALLOWED for another role,
     *     CARD_KEYS_WRONG when the card does not hold these keys, CARD_KEYS_UNKNOWN when nobody here does
     */
    public CardSession open(CardRole role, byte[] cardIdOrSerial, CardSessionRequest request) {
        try {
            if (request.hostChallenge() == null
                    || request.hostChallenge().length != SessionAnswer.CHALLENGE_LENGTH
                    || request.cardAnswer() == null) {
                throw new CardSessionRefusedException(FaultCode.CARD_UNREADABLE, "no session request");
            }
            KeyVersion version = CardAnswer.parse(request.cardAnswer()).keyVersion();
            if (version.role() != role) {
                throw new CardSessionRefusedException(FaultCode.NOT_ALLOWED, "session with keys for " + version.role());
            }
            return new CardSession(version, grant(version, cardIdOrSerial, request));
        } catch (MalformedRecordException malformed) {
            throw new CardSessionRefusedException(FaultCode.CARD_UNREADABLE, malformed.getMessage());
        } catch (CardAuthenticationFailedException wrong) {
            throw new CardSessionRefusedException(FaultCode.CARD_KEYS_WRONG, "cryptogram");
        } catch (MasterMissingException missing) {
            throw new CardSessionRefusedException(
                    missing.code(), missing.version().toString());
        } catch (IllegalStateException | ProviderException token) {
            throw new CardSessionRefusedException(FaultCode.CARD_KEYS_UNKNOWN, "the token does not answer");
        }
    }

    private CardSessionGrant grant(KeyVersion version, byte[] cardIdOrSerial, CardSessionRequest request)
            throws CardAuthenticationFailedException, MalformedRecordException {
        CardKeys keys = masters.keys(version, cardIdOrSerial);
        try {
            SessionKeys session = SessionAnswer.to(keys, version, request.hostChallenge(), request.cardAnswer());
            return new CardSessionGrant(
                    session.encryption(), session.mac(), session.responseMac(), session.hostCryptogram());
        } finally {
            keys.destroy();
        }
    }
}
