package vn.tiepdon.card.patientcard.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are recomputed here from nothing but CMAC, as docs/patient-card.md lays them out. */
class CardKeysTest {

    private static final byte[] MASTER = HexFormat.of().parseHex("0f".repeat(32));
    private static final MasterKey KEY = MasterKeys.of(new SecretKeySpec(MASTER, "AES"));
    private static final byte[] CARD_ID = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
    private static final byte[] SERIAL = HexFormat.of().parseHex("0102030405060708");
    private static final KeyVersion READING = new KeyVersion(CardRole.READING, 2);
    private static final KeyVersion TRANSPORT = new KeyVersion(CardRole.TRANSPORT, 1);

    private final CardKeys reading = CardKeys.derive(KEY, READING, CARD_ID);
    private final CardKeys transport = CardKeys.derive(KEY, TRANSPORT, SERIAL);

    @Test
    void keysComeFromTheMasterByRoleGenerationPurposeAndCard() {
        assertThat(reading.encryption()).isEqualTo(derived(MASTER, "TDCARD", 0x12, 1, CARD_ID));
        assertThat(reading.mac()).isEqualTo(derived(MASTER, "TDCARD", 0x12, 2, CARD_ID));
        assertThat(transport.installData(SERIAL))
                .isEqualTo(concat(
                        SERIAL,
                        derived(MASTER, "TDCARD", 0x01, 1, SERIAL),
                        derived(MASTER, "TDCARD", 0x01, 2, SERIAL),
                        derived(MASTER, "TDCARD", 0x01, 3, SERIAL),
                        new byte[] {0x01}));
    }

    @Test
    void aKeyOrderHidesTheNewKeysUnderTheOldOnes() {
        byte[] order = transport.keyOrder(reading, READING, SERIAL);
        byte[] wrapping = derived(MASTER, "TDCARD", 0x01, 3, SERIAL);
        byte[] hidden = Arrays.copyOf(order, 48);
        byte[] clear = Aes.decrypt(derived(wrapping, "TDWRAP", 0x01, 1, SERIAL), new byte[16], hidden);
        assertThat(clear)
                .isEqualTo(concat(reading.encryption(), reading.mac(), derived(MASTER, "TDCARD", 0x12, 3, CARD_ID)));
        byte[] proof = Cmac.of(
                derived(wrapping, "TDWRAP", 0x01, 2, SERIAL),
                "TDKEYS01".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x12},
                SERIAL,
                hidden);
        assertThat(Arrays.copyOfRange(order, 48, 64)).isEqualTo(proof);
        assertThat(order).hasSize(64);
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        assertThatThrownBy(() -> CardKeys.derive(KEY, READING, SERIAL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CardKeys.derive(KEY, TRANSPORT, CARD_ID)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transport.keyOrder(reading, TRANSPORT, SERIAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transport.keyOrder(reading, READING, CARD_ID))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reading.installData(SERIAL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transport.installData(CARD_ID)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MasterKeys.of(new SecretKeySpec(new byte[16], "AES")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void destroyedKeysAreOfNoUse() {
        assertThat(reading.isDestroyed()).isFalse();
        assertThat(reading.version()).isEqualTo(READING);
        byte[] inUse = reading.encryption();
        byte[] alsoInUse = reading.mac();
        reading.destroy();
        assertThat(reading.isDestroyed()).isTrue();
        assertThat(inUse).containsOnly(0);
        assertThat(alsoInUse).containsOnly(0);
        assertThatThrownBy(reading::encryption).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transport.keyOrder(reading, READING, SERIAL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noTextFormTellsAKey() {
        String enc = HexFormat.of().formatHex(reading.encryption());
        SessionKeys session = new SessionKeys(reading.encryption(), reading.mac(), reading.mac(), new byte[8]);
        assertThat(reading + " " + session).doesNotContain(enc.substring(0, 4)).contains("READING");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x1F, 0x2A, 0x3F})
    void aKeyVersionIsItsCode(int code) {
        assertThat(KeyVersion.ofCode(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x10, 0x41, 0xFF, 0x101, -1})
    void whatIsNoKeyVersionIsNone(int code) {
        assertThatThrownBy(() -> KeyVersion.ofCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, -1})
    void aGenerationCountsFrom1To15(int generation) {
        assertThatThrownBy(() -> new KeyVersion(CardRole.READING, generation))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** One round of the derivation is enough for 16 bytes. */
    private static byte[] derived(byte[] key, String label, int version, int purpose, byte[] context) {
        return Cmac.of(
                key,
                new byte[] {1},
                label.getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) version, (byte) purpose, 0},
                context,
                new byte[] {0x00, (byte) 0x80});
    }

    private static byte[] concat(byte[]... parts) {
        StringBuilder hex = new StringBuilder();
        for (byte[] part : parts) {
            hex.append(HexFormat.of().formatHex(part));
        }
        return HexFormat.of().parseHex(hex);
    }
}
