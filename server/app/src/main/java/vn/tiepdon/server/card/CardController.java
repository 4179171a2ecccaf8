package vn.tiepdon.server.card;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.IssuedCard;
import vn.tiepdon.api.desk.NewCard;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.server.staff.StaffMember;

/** The desk issues a card. */
@RestController
class CardController {

    private final CardIssuing issuing;

    CardController(CardIssuing issuing) {
        this.issuing = issuing;
    }

    @PostMapping(ApiPaths.DESK_PATIENT_CARDS)
    @ResponseStatus(HttpStatus.CREATED)
    IssuedCard issue(
            @AuthenticationPrincipal StaffMember issuer,
            @PathVariable String hospitalCode,
            @RequestBody NewCard card,
            HttpServletRequest request) {
        return issuing.issue(issuer, request.getRemoteAddr(), hospitalCode, key(card.publicKey()));
    }

    private static CardPublicKey key(byte[] point) {
        if (point == null) {
            throw new CardKeyInvalidException(0);
        }
        try {
            return new CardPublicKey(point);
        } catch (IllegalArgumentException notOnCurve) {
            throw new CardKeyInvalidException(point.length);
        }
    }
}
