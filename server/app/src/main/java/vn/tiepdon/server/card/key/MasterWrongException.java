package vn.tiepdon.server.card.key;

import vn.tiepdon.card.patientcard.channel.KeyVersion;

/** A master is lost, or is not the one that cards were made with. The server does not start. */
class MasterWrongException extends RuntimeException {

    private final KeyVersion version;

    MasterWrongException(KeyVersion version) {
        super("the card master " + MasterName.of(version)
                + " is not the one that this database's cards were made with: restore its store from the backup");
        this.version = version;
    }

    KeyVersion version() {
        return version;
    }
}
