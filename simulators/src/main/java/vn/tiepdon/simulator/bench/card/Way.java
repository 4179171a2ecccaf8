package vn.tiepdon.simulator.bench.card;

import java.util.List;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.Quirk;
import vn.tiepdon.simulator.card.citizen.TestAuthority;
import vn.tiepdon.simulator.card.citizen.VirtualCitizenCard;

/** How a card is opened, and the card for it. */
enum Way {
    /** The usual card: PACE with the card access number, short commands. */
    PACE("pace", 223, List.of()),
    /** A card from before PACE. */
    BAC("bac", 231, List.of(Quirk.NO_PACE)),
    /** PACE, on a card that takes extended commands. */
    PACE_EXTENDED("pace_extended", 2048, List.of(Quirk.EXTENDED_LENGTH));

    private final String metric;
    private final int block;
    private final List<Quirk> quirks;

    Way(String metric, int block, List<Quirk> quirks) {
        this.metric = metric;
        this.block = block;
        this.quirks = quirks;
    }

    String metric() {
        return metric;
    }

    /** @return the most bytes of a file that one protected answer of the card holds */
    int block() {
        return block;
    }

    VirtualCitizenCard card(Citizen citizen, TestAuthority authority) {
        return VirtualCitizenCard.of(citizen, authority, quirks.toArray(Quirk[]::new));
    }
}
