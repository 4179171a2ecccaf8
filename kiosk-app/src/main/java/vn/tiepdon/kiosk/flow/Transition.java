package vn.tiepdon.kiosk.flow;

import java.util.List;

/** Where the kiosk stands now, and what it wants done, in this order. */
public record Transition(Kiosk kiosk, List<Effect> effects) {

    public Transition {
        effects = List.copyOf(effects);
    }
}
