package vn.tiepdon.server.card.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;

/**
 * What the database knows of each master: eight bytes that only the right one makes, and that say nothing of it. So a
 * lost or mixed-up store is seen at start, and not when patients' cards fail one after the other.
 */
@Repository
class MasterChecks {

    private static final byte[] LABEL = "TDCHECK1".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    MasterChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(KeyVersion version) {
        return find(version).isPresent();
    }

    /** @throws MasterWrongException when the database remembers another one */
    void check(KeyVersion version, MasterKey master) {
        String value = HexFormat.of().formatHex(Arrays.copyOf(master.cmac(LABEL), LENGTH));
        String known = find(version).orElseGet(() -> keep(version, value));
        if (!known.equals(value)) {
            throw new MasterWrongException(version);
        }
    }

    private Optional<String> find(KeyVersion version) {
        return jdbc.sql("select check_value from card_master where key_version = :version")
                .param("version", version.code())
                .query(String.class)
                .optional();
    }

    private String keep(KeyVersion version, String value) {
        try {
            jdbc.sql("insert into card_master (key_version, check_value, made_at) values (:version, :value, :at)")
                    .param("version", version.code())
                    .param("value", value)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return value;
        } catch (DuplicateKeyException bySomebodyElse) {
            return find(version).orElse(value);
        }
    }
}
