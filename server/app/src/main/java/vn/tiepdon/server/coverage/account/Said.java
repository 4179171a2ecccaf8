package vn.tiepdon.server.coverage.account;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page says of what was just done.
 *
 * @param text key of a sentence
 * @param attention whether somebody should think about it
 */
public record Said(String text, boolean attention, List<Object> arguments) {

    static void done(RedirectAttributes next, String text, Object... arguments) {
        next.addFlashAttribute("said", new Said("insurance.said." + text, false, List.of(arguments)));
    }

    static void mind(RedirectAttributes next, String text, Object... arguments) {
        next.addFlashAttribute("said", new Said("insurance.said." + text, true, List.of(arguments)));
    }

    /** For the template, which wants an array. */
    public Object[] args() {
        return arguments.toArray();
    }
}
