package vn.tiepdon.simulator.bench.kill;

import java.time.LocalDate;

/** A place that exists once: a number of one clinic on one business day. */
record Slot(String clinic, LocalDate day, int number) {

    record Queue(String clinic, LocalDate day) {}

    Queue queue() {
        return new Queue(clinic, day);
    }
}
