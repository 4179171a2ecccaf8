package vn.tiepdon.server.exchange.hl7;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Whose message this thread is carrying out: nobody is told what they have said themselves. */
@Component
class MessageOrigin {

    private final ThreadLocal<Partner> current = new ThreadLocal<>();

    <T> T from(Partner partner, Supplier<T> work) {
        current.set(partner);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    boolean is(Partner partner) {
        Partner now = current.get();
        return now != null
                && now.hospital().equals(partner.hospital())
                && now.device().equals(partner.device());
    }
}
