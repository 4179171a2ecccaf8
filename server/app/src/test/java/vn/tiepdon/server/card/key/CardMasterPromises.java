package vn.tiepdon.server.card.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.secret.KeyFile;
import vn.tiepdon.server.secret.KeyStoreUnusableException;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.settings.TiepDonSettings.Card.Generations;

abstract class CardMasterPromises {

    private static final byte[] SERIAL = HexFormat.of().parseHex("0102030405060708");
    private static final KeyVersion READING = new KeyVersion(CardRole.READING, 1);

    @TempDir
    Path folder;

    MasterChecks checks;

    @BeforeEach
    void anEmptyDatabase() {
        checks = emptyDatabase();
    }

    @Test
    void theFirstStartMakesAMasterForEveryRoleAndTheNextFindsThemAgain() {
        CardMasters first = start(1, checks);
        assertThat(CardRole.values())
                .allSatisfy(role -> assertThat(first.versions(role)).containsExactly(new KeyVersion(role, 1)));
        CardMasters second = start(1, checks);
        for (CardRole role : CardRole.values()) {
            KeyVersion version = new KeyVersion(role, 1);
            assertThat(order(second, version)).isEqualTo(order(first, version));
        }
    }

    @Test
    void everyMasterIsAnother() {
        CardMasters masters = start(2, checks);
        start(1, emptyDatabase());
        assertThat(CardRole.values())
                .extracting(role -> HexFormat.of().formatHex(order(masters, new KeyVersion(role, 2))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aNewGenerationIsMadeAndTheOldOneStaysUsable() {
        byte[] before = order(start(1, checks), READING);
        CardMasters after = start(2, checks);
        assertThat(after.current(CardRole.READING)).isEqualTo(new KeyVersion(CardRole.READING, 2));
        assertThat(after.versions(CardRole.READING)).containsExactly(READING, new KeyVersion(CardRole.READING, 2));
        assertThat(order(after, READING)).isEqualTo(before);
        assertThat(order(after, after.current(CardRole.READING))).isNotEqualTo(before);
    }

    @Test
    void aLostStoreIsNotReplacedBehindTheCardsBacks() {
        start(1, checks);
        forget();
        assertThatThrownBy(() -> start(1, checks))
                .isInstanceOf(MasterWrongException.class)
                .hasMessageContaining("backup");
        assertThat(store().load()).isEmpty();
    }

    @Test
    void theStoreOfAnotherHospitalIsSeenAtStart() {
        start(1, checks);
        forget();
        start(1, emptyDatabase());
        assertThatThrownBy(() -> start(1, checks)).isInstanceOf(MasterWrongException.class);
    }

    @Test
    void aGenerationThatNobodyHoldsSaysSo() {
        CardMasters masters = start(1, checks);
        KeyVersion unheld = new KeyVersion(CardRole.WRITING, 9);
        assertThat(masters.holds(unheld)).isFalse();
        assertThatThrownBy(() -> masters.keys(unheld, new byte[16])).isInstanceOf(MasterMissingException.class);
    }

    @Test
    void nothingOfAMasterIsInWords() {
        CardMasters masters = start(1, checks);
        assertThat(masters + " " + masters.keys(READING, new byte[16])).doesNotContainPattern("[0-9a-fA-F]{16}");
    }

    abstract MasterStore store();

    abstract void forget();

    CardMasters start(int generation, MasterChecks known) {
        Generations generations = new Generations(generation, generation, generation, generation);
        return new CardMasters(store(), known, settings(folder, generations));
    }

    static TiepDonSettings settings(Path data, Generations generations) {
        TiepDonSettings.Card card =
                new TiepDonSettings.Card("", 5, Duration.ofMinutes(2), "", "", generations, Duration.ofMinutes(5), 8);
        return new TiepDonSettings(data, "", Duration.ofSeconds(1), null, card, null, null, null, null);
    }

    /** The keys themselves stay inside: what they wrap is as good a mark of them. */
    private static byte[] order(CardMasters masters, KeyVersion version) {
        byte[] context = version.role() == CardRole.TRANSPORT ? SERIAL : new byte[16];
        CardKeys keys = masters.keys(version, context);
        return keys.keyOrder(keys, version, SERIAL);
    }

    private static MasterChecks emptyDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table card_master (key_version smallint primary key, check_value varchar(16), "
                        + "made_at timestamp with time zone)")
                .update();
        return new MasterChecks(jdbc, Clock.systemUTC());
    }
}

class CardMastersInAFileTest extends CardMasterPromises {

    @Test
    void theFileOpensOnlyWithItsPassword() throws Exception {
        start(1, checks);
        Path file = folder.resolve("card-masters.p12");
        assertThat(Files.exists(file)).isTrue();
        Files.writeString(folder.resolve("card-masters.password"), "wrong");
        assertThatThrownBy(() -> start(1, checks))
                .isInstanceOf(KeyStoreUnusableException.class)
                .hasMessageContaining("card-masters.p12");
    }

    @Test
    void aReadingMasterCanBeTakenToAStation() {
        assertThat(start(1, checks).export(new KeyVersion(CardRole.READING, 1)))
                .hasValueSatisfying(key -> assertThat(key.getEncoded()).hasSize(32));
    }

    @Override
    MasterStore store() {
        DataFolder data = new DataFolder(settings(folder, new Generations(1, 1, 1, 1)));
        return new MasterFile(new KeyFile(data, MasterFile.NAME, ""));
    }

    @Override
    void forget() {
        folder.resolve("card-masters.p12").toFile().delete();
    }
}

class CardMastersInATokenTest extends CardMasterPromises {

    private String token;

    @BeforeEach
    void aToken() {
        assumeTrue(SoftToken.isInstalled(), "SoftHSM 2 is not installed");
        token = SoftToken.make(false);
    }

    @Test
    void aMasterThatMayNotLeaveItsTokenDoesNot() {
        assertThat(start(1, checks).export(new KeyVersion(CardRole.READING, 1))).isEmpty();
    }

    @Test
    void aTokenThatGivesKeysAwayCanFillAStation() {
        token = SoftToken.make(true);
        assertThat(start(1, checks).export(new KeyVersion(CardRole.READING, 1)))
                .hasValueSatisfying(key -> assertThat(key.getEncoded()).hasSize(32));
    }

    @Test
    void aWrongPinAndAnAbsentTokenAreToldApartFromALostKey() {
        assertThatThrownBy(() -> new MasterToken(token, "000000".toCharArray()))
                .isInstanceOf(KeyStoreUnusableException.class);
        assertThatThrownBy(() -> new MasterToken(token + ".absent", SoftToken.PIN.toCharArray()))
                .isInstanceOf(KeyStoreUnusableException.class);
    }

    @Override
    MasterStore store() {
        return new MasterToken(token, SoftToken.PIN.toCharArray());
    }

    @Override
    void forget() {
        token = SoftToken.make(false);
    }
}
