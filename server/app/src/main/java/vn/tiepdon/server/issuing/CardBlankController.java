package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.NewCardBlanks;
import vn.tiepdon.server.staff.StaffMember;

/** An administrator's program makes blanks. */
@RestController
class CardBlankController {

    private final BlankStock stock;

    CardBlankController(BlankStock stock) {
        this.stock = stock;
    }

    @PostMapping(path = ApiPaths.DESK_CARD_BLANKS, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CardBlanks make(
            @AuthenticationPrincipal StaffMember admin, @RequestBody NewCardBlanks wish, HttpServletRequest request) {
        return stock.make(admin, request.getRemoteAddr(), wish.count());
    }

    @PostMapping(path = ApiPaths.DESK_CARD_BLANKS, produces = LoadingList.MEDIA_TYPE)
    ResponseEntity<String> list(
            @AuthenticationPrincipal StaffMember admin, @RequestBody NewCardBlanks wish, HttpServletRequest request) {
        CardBlanks made = stock.make(admin, request.getRemoteAddr(), wish.count());
        return LoadingList.answer(HttpStatus.CREATED, made);
    }
}
