package vn.tiepdon.server.exchange.tool;

/** What the commands end with. */
final class ExitCodes {

    static final int OK = 0;
    /** Everything was read, and some records were refused. */
    static final int SOME_REFUSED = 1;
    /** A file was not taken, or not read to its end. */
    static final int INCOMPLETE = 2;
    /** The server does not answer, or does not let us in. */
    static final int NO_SERVER = 3;
    /** The command line itself is wrong. */
    static final int USAGE = 64;

    private ExitCodes() {}
}
