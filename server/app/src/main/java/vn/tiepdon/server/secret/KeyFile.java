package vn.tiepdon.server.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.RandomPassword;

/** A PKCS#12 file in the data folder; its password is a setting, or lies in an owner-only file beside it. */
public final class KeyFile {

    private static final String TYPE = "PKCS12";

    private final DataFolder data;
    private final String name;
    private final String givenPassword;

    public KeyFile(DataFolder data, String name, String givenPassword) {
        this.data = data;
        this.name = name;
        this.givenPassword = givenPassword;
    }

    /** What is done with the store of this file, once it is open. */
    public interface Use<T> {
        T with(KeyStore store, char[] password) throws GeneralSecurityException, IOException;
    }

    public boolean exists() {
        return data.read(file()).isPresent();
    }

    /**
     * Opens the file, or an empty store when there is none yet.
     *
     * @throws KeyStoreUnusableException when there is a file but it does not open
     */
    public <T> T read(Use<T> use) {
        return open(use, false);
    }

    /** As {@link #read}, and keeps what was done to the store; whole or not at all. */
    public <T> T change(Use<T> use) {
        return open(use, true);
    }

    @Override
    public String toString() {
        return data.file(file()).toString();
    }

    private <T> T open(Use<T> use, boolean keep) {
        try {
            Optional<byte[]> file = data.read(file());
            char[] password = password(file.isPresent());
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(file.map(ByteArrayInputStream::new).orElse(null), password);
            T result = use.with(store, password);
            if (keep) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                store.store(bytes, password);
                data.writeOwnerOnly(file(), bytes.toByteArray());
            }
            return result;
        } catch (GeneralSecurityException | IOException broken) {
            throw new KeyStoreUnusableException(
                    toString(), "check tiepdon.card.key-password or restore the file from its backup", broken);
        }
    }

    private char[] password(boolean storeExists) {
        if (givenPassword != null && !givenPassword.isEmpty()) {
            return givenPassword.toCharArray();
        }
        String passwordFile = name + ".password";
        Optional<byte[]> kept = data.read(passwordFile);
        if (kept.isEmpty() && !storeExists) {
            String made = RandomPassword.make();
            data.writeOwnerOnly(passwordFile, made);
            return made.toCharArray();
        }
        return kept.map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .orElse("")
                .toCharArray();
    }

    private String file() {
        return name + ".p12";
    }
}
