package vn.tiepdon.server.secret;

/** A store of keys does not open: wrong password, a damaged file, an absent token. The server does not start. */
public class KeyStoreUnusableException extends RuntimeException {

    private final String store;

    public KeyStoreUnusableException(String store, String remedy, Exception cause) {
        super("cannot open " + store + ": " + remedy, cause);
        this.store = store;
    }

    public String store() {
        return store;
    }
}
