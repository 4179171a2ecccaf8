package vn.tiepdon.simulator.card.citizen;

/** Counts what keeps a chip busy, so that a model of time can charge for it. */
final class Workload {

    private int steps;

    /** One multiplication on a curve, or one signature. */
    void step() {
        steps++;
    }

    /** Waiting as long as so many steps take. */
    void idle(int asLongAs) {
        steps += asLongAs;
    }

    int steps() {
        return steps;
    }
}
