package vn.tiepdon.server.card.key;

/** A store of keys does not open: wrong password, a damaged file, an absent token. The server does not start. */
class KeyStoreUnusableException extends RuntimeException {

    private final String store;

    KeyStoreUnusableException(String store, String remedy, Exception cause) {
        super("cannot open " + store + ": " + remedy, cause);
        this.store = store;
    }

    String store() {
        return store;
    }
}
