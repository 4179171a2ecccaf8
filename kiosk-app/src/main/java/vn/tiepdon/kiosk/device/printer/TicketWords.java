package vn.tiepdon.kiosk.device.printer;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words printed on a ticket, from {@code ticket_vi.properties} and {@code ticket_en.properties}. */
final class TicketWords {

    private TicketWords() {}

    static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(
                "vn.tiepdon.kiosk.device.printer.ticket",
                Locale.forLanguageTag("en".equals(language.getLanguage()) ? "en" : "vi"),
                TicketWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
