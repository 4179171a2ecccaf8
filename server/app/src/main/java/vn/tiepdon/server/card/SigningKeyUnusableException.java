package vn.tiepdon.server.card;

import java.nio.file.Path;

/** The store of the signing key does not open: wrong password, or a damaged file. The server does not start. */
class SigningKeyUnusableException extends RuntimeException {

    private final Path file;

    SigningKeyUnusableException(Path file, Exception cause) {
        super("cannot open " + file + ": check tiepdon.card.key-password or restore the file from its backup", cause);
        this.file = file;
    }

    Path file() {
        return file;
    }
}
