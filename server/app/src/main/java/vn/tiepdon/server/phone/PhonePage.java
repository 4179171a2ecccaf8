package vn.tiepdon.server.phone;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One number on one telephone. */
@Controller
class PhonePage {

    private static final String RETRY_AFTER_SECONDS = "15";

    private final PhoneViews views;

    PhonePage(PhoneViews views) {
        this.views = views;
    }

    @GetMapping(PhoneAddresses.PATH + "{token}")
    String page(@PathVariable String token, Model model) {
        model.addAttribute("view", views.of(token));
        return "phone/page";
    }

    /** What changes, to be put into the page. */
    @GetMapping(PhoneAddresses.PATH + "{token}/now")
    String now(@PathVariable String token, Model model) {
        model.addAttribute("view", views.of(token));
        return "phone/now :: now";
    }

    @ExceptionHandler(PhoneGoneException.class)
    @ResponseStatus(HttpStatus.GONE)
    String gone() {
        return "phone/gone";
    }

    @ExceptionHandler(PhoneBusyException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String busy(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return "phone/busy";
    }
}
