package vn.tiepdon.server.card.key;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.settings.TiepDonSettings;

/** The masters of the cards' keys, by role and generation; those that the settings ask for are made at start. */
@Component
public class CardMasters {

    private static final Logger log = LoggerFactory.getLogger(CardMasters.class);

    private final MasterStore store;
    private final Map<CardRole, KeyVersion> current = new EnumMap<>(CardRole.class);
    private final Map<KeyVersion, SecretKey> held = new TreeMap<>(Comparator.comparingInt(KeyVersion::code));

    CardMasters(MasterStore store, MasterChecks checks, TiepDonSettings settings) {
        this.store = store;
        held.putAll(store.load());
        for (CardRole role : CardRole.values()) {
            KeyVersion wanted = new KeyVersion(role, generation(settings.card().generations(), role));
            current.put(role, wanted);
            if (!held.containsKey(wanted)) {
                held.put(wanted, make(wanted, checks));
            }
        }
        held.forEach((version, master) -> checks.check(version, store.use(master)));
    }

    /** What new cards get, and old ones at their next contact. */
    public KeyVersion current(CardRole role) {
        return current.get(role);
    }

    public boolean holds(KeyVersion version) {
        return held.containsKey(version);
    }

    /**
     * @param cardIdOrSerial 16 bytes, or for transport keys 8
     * @throws MasterMissingException when nobody holds this generation
     */
    public CardKeys keys(KeyVersion version, byte[] cardIdOrSerial) {
        SecretKey master = held.get(version);
        if (master == null) {
            throw new MasterMissingException(version);
        }
        return CardKeys.derive(store.use(master), version, cardIdOrSerial);
    }

    /** Every generation of a role that is held, the oldest first. */
    public List<KeyVersion> versions(CardRole role) {
        return held.keySet().stream().filter(version -> version.role() == role).toList();
    }

    /** The master itself, as a key that gives its bytes away; empty when its token does not. */
    public Optional<SecretKey> export(KeyVersion version) {
        return Optional.ofNullable(held.get(version)).filter(master -> master.getEncoded() != null);
    }

    @Override
    public String toString() {
        return "CardMasters" + held.keySet();
    }

    private SecretKey make(KeyVersion version, MasterChecks checks) {
        if (checks.knows(version)) {
            // Made anew, it would shut out every card that was made with the one that is gone.
            throw new MasterWrongException(version);
        }
        SecretKey made = store.make(version);
        log.info("made the card master {}: back up {}", MasterName.of(version), store);
        return made;
    }

    private static int generation(TiepDonSettings.Card.Generations generations, CardRole role) {
        return switch (role) {
            case TRANSPORT -> generations.transport();
            case READING -> generations.reading();
            case WRITING -> generations.writing();
            case ADMINISTERING -> generations.administering();
        };
    }
}
