package vn.tiepdon.server.phone;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.queue.Ticket;

/** Where a telephone follows a ticket. */
@Component
public class PhoneAddresses {

    static final String PATH = "/t/";

    private final TicketSeal seal;

    PhoneAddresses(TicketSeal seal) {
        this.seal = seal;
    }

    /** Empty when telephones do not reach this hospital. */
    public Optional<String> of(Facility facility, Ticket ticket) {
        return facility.address()
                .map(address -> address
                        + PATH
                        + seal.seal(
                                new SealedTicket(facility.id(), ticket.queue().day(), ticket.id())));
    }
}
