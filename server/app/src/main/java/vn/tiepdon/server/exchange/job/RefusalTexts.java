package vn.tiepdon.server.exchange.job;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.exchange.RefusalReason;

/** Reasons in words. */
@Component
class RefusalTexts {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource texts;

    RefusalTexts(MessageSource texts) {
        this.texts = texts;
    }

    Text of(RefusalReason reason) {
        return new Text(in(reason, VIETNAMESE), in(reason, Locale.ENGLISH));
    }

    private String in(RefusalReason reason, Locale locale) {
        return texts.getMessage("exchange.reason." + reason, null, locale);
    }
}
