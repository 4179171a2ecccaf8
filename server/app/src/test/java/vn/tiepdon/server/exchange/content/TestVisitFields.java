package vn.tiepdon.server.exchange.content;

import java.util.Optional;

/** Reads visits without a catalogue of illnesses. */
public final class TestVisitFields {

    private TestVisitFields() {}

    public static VisitFields make() {
        return new VisitFields(code -> Optional.empty());
    }
}
