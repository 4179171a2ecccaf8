package vn.tiepdon.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.TicketId;

class TicketSealTest {

    private static final TicketSeal SEAL = new TicketSeal(new byte[32]);
    private static final TicketSeal ANOTHER = new TicketSeal("another hospital's key, 32 bytes".getBytes());

    @Property(tries = 300)
    void anAddressLeadsBackToItsTicketAndIsTheSameEachTime(@ForAll("tickets") SealedTicket ticket) {
        String token = SEAL.seal(ticket);
        assertThat(token).hasSize(54).isEqualTo(SEAL.seal(ticket));
        assertThat(SEAL.open(token)).contains(ticket);
        assertThat(ANOTHER.open(token)).isEmpty();
    }

    @Property(tries = 300)
    void anAddressWithOneOtherCharacterLeadsNowhere(
            @ForAll("tickets") SealedTicket ticket, @ForAll @IntRange(max = 52) int at, @ForAll("letters") char other) {
        StringBuilder token = new StringBuilder(SEAL.seal(ticket));
        if (token.charAt(at) != other) {
            token.setCharAt(at, other);
            assertThat(SEAL.open(token.toString())).isEmpty();
        }
    }

    @Property(tries = 200)
    void anythingElseLeadsNowhere(@ForAll String text) {
        assertThat(SEAL.open(text)).isEmpty();
    }

    @Provide
    Arbitrary<SealedTicket> tickets() {
        return Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 60_000), Arbitraries.longs())
                .as((facility, day, id) -> new SealedTicket(
                        new FacilityId(facility),
                        new BusinessDay(LocalDate.ofEpochDay(day)),
                        new TicketId(new UUID(id, ~id))));
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().range('a', 'z').range('A', 'Z').range('0', '9');
    }
}
