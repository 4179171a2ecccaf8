package vn.tiepdon.server.exchange.fhir;

import vn.tiepdon.server.history.ObservationKind;

/** Blood pressure comes under one id and is kept as two values, each with an id of its own. */
final class ObservationSource {

    private static final char MARK = '#';

    private ObservationSource() {}

    /** The id of a part of what was told under one id. */
    static String part(String told, ObservationKind kind) {
        return told + MARK + kind.name();
    }

    /** The id that it was told under. */
    static String told(String kept) {
        int mark = kept.lastIndexOf(MARK);
        return mark < 0 ? kept : kept.substring(0, mark);
    }
}
