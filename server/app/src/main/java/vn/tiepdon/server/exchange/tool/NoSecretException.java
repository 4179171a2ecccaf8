package vn.tiepdon.server.exchange.tool;

/** Neither password nor token is set, and nobody is there to be asked. */
class NoSecretException extends RuntimeException {

    NoSecretException() {
        super("Set " + ServerAccess.PASSWORD + " or " + ServerAccess.TOKEN + ", or run this in a terminal.");
    }
}
