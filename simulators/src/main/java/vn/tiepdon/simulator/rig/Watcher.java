package vn.tiepdon.simulator.rig;

/** Stands beside a visitor and is told the name of each screen while it can be seen. */
@FunctionalInterface
public interface Watcher {

    void saw(String screen) throws InterruptedException;
}
