package vn.tiepdon.server.card.key;

import java.util.Map;
import javax.crypto.SecretKey;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;
import vn.tiepdon.server.secret.KeyStoreUnusableException;

/** Where the masters of the cards' keys lie: in a file, or in a token that may never give them away. */
interface MasterStore {

    /** @throws KeyStoreUnusableException when it does not open */
    Map<KeyVersion, SecretKey> load();

    /** Makes 256 random bits and keeps them under this version. */
    SecretKey make(KeyVersion version);

    MasterKey use(SecretKey master);
}
