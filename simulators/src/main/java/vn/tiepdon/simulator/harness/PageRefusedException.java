package vn.tiepdon.simulator.harness;

/** A page was not to be had, or a form was not taken. */
public final class PageRefusedException extends RuntimeException {

    PageRefusedException(String path, int status) {
        super(path + ": " + status);
    }
}
