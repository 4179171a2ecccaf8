package vn.tiepdon.server.coverage;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.kiosk.NewCardAnswer;
import vn.tiepdon.server.device.Device;

/** What a kiosk tells of a card that was newly issued, with its device token. */
@RestController
class NewCardController {

    private final CoverageDesk desk;

    NewCardController(CoverageDesk desk) {
        this.desk = desk;
    }

    /** A question that there is not, or one without a new card, is left as it is. */
    @PutMapping(ApiPaths.KIOSK_NEW_CARD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void said(
            @AuthenticationPrincipal Device device, @PathVariable UUID coverageId, @RequestBody NewCardAnswer answer) {
        desk.newCard(device.facility(), coverageId, answer.used());
    }
}
