package vn.tiepdon.server.exchange.hl7;

import java.util.Optional;

/** A segment of a message, its escapes undone. Fields, repetitions' components and parts are counted from 1, repetitions from 0. */
interface Segment {

    String name();

    int repetitions(int field);

    /** Empty for what is not there, blank, or is to be deleted ({@code ""}). */
    Optional<String> value(int field, int repetition, int component, int part);

    default Optional<String> value(int field, int repetition, int component) {
        return value(field, repetition, component, 1);
    }

    default Optional<String> value(int field) {
        return value(field, 0, 1, 1);
    }
}
