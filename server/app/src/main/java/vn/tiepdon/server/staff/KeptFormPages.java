package vn.tiepdon.server.staff;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import vn.tiepdon.server.staff.KeptForms.Field;

/**
 * A form that came after its session had ended: the login page carries it along, and after the login it goes on its way.
 * Nothing of it is kept on the server, and nothing stands in an address.
 */
@Controller
class KeptFormPages {

    private static final String HTMX = "HX-Request";

    /** Shown in the place of the answer that the form was sent for. */
    @RequestMapping(KeptForms.LOGIN_PAGE)
    String login(HttpServletRequest request, HttpServletResponse response, Model model) {
        requireForwarded(request);
        model.addAttribute("target", KeptForms.target(request).orElse(""));
        model.addAttribute("kept", KeptForms.fields(request));
        model.addAttribute("refused", request.getAttribute(KeptForms.REFUSED) != null);
        if (request.getHeader(HTMX) == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            // htmx shows only what went well, and only a part of the page unless told otherwise.
            response.setHeader("HX-Retarget", "body");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        return "staff/login";
    }

    /** After the login: the browser sends the form itself. */
    @RequestMapping(KeptForms.SEND_PAGE)
    String send(HttpServletRequest request, Model model) {
        requireForwarded(request);
        List<Field> fields = KeptForms.fields(request);
        model.addAttribute("target", KeptForms.target(request).orElse("/"));
        model.addAttribute("kept", fields.stream().map(Field::bare).toList());
        return "staff/send";
    }

    /** From outside these would send whatever somebody else has put into them. */
    private static void requireForwarded(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
