package vn.tiepdon.server.card;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.server.card.contact.ContactId;
import vn.tiepdon.server.card.contact.ContactReports;
import vn.tiepdon.server.device.Device;

/** What a kiosk says of a card when it is done with it, and the cards that it must not take without a line. */
@RestController
class CardContactController {

    private final ContactReports reports;
    private final BlockLists lists;

    CardContactController(ContactReports reports, BlockLists lists) {
        this.reports = reports;
        this.lists = lists;
    }

    @PutMapping(ApiPaths.KIOSK_CARD_CONTACT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(
            @AuthenticationPrincipal Device device,
            @PathVariable UUID contactId,
            @RequestBody CardContactReport report,
            HttpServletRequest request) {
        reports.close(device, request.getRemoteAddr(), new ContactId(contactId), report);
    }

    /** With {@code If-None-Match} a kiosk may ask every few seconds: 304 as long as nothing has changed. */
    @GetMapping(ApiPaths.KIOSK_BLOCK_LIST)
    ResponseEntity<SignedBlockList> blockList(@AuthenticationPrincipal Device device, WebRequest request) {
        String tag = lists.tag(device.facility());
        return request.checkNotModified(tag)
                ? null
                : ResponseEntity.ok().eTag(tag).body(lists.make(device.facility()));
    }
}
