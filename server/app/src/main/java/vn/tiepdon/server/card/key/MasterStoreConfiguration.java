package vn.tiepdon.server.card.key;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tiepdon.server.secret.KeyFile;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.TiepDonSettings;

/** A file, unless the settings name a token. */
@Configuration(proxyBeanMethods = false)
class MasterStoreConfiguration {

    private static final String PIN_FILE = "card-token.pin";

    @Bean
    MasterStore masterStore(TiepDonSettings settings, DataFolder data) {
        TiepDonSettings.Card card = settings.card();
        return card.pkcs11().isBlank()
                ? new MasterFile(new KeyFile(data, MasterFile.NAME, card.keyPassword()))
                : new MasterToken(card.pkcs11(), pin(card, data));
    }

    private static char[] pin(TiepDonSettings.Card card, DataFolder data) {
        String given = card.pkcs11Pin();
        return (given.isEmpty()
                        ? data.read(PIN_FILE)
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                                .orElse("")
                        : given)
                .toCharArray();
    }
}
