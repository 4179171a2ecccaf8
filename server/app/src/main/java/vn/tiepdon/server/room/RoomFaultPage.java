package vn.tiepdon.server.room;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.tiepdon.api.fault.FaultCatalogue;

/** A person, not a program, opened a room that is not there: shown in words, with the way back. */
@ControllerAdvice(
        assignableTypes = {
            RoomController.class,
            DiagnosisController.class,
            SendingController.class,
            NumberController.class,
            PauseController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class RoomFaultPage {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(RoomUnknownException unknown, Locale locale, Model model) {
        model.addAttribute(
                "told", FaultCatalogue.shipped().of(unknown.code()).reception().in(locale));
        return "room/unknown";
    }
}
