package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChipChallengeTest {

    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456Z");
    private static final byte[] NONCE = HexFormat.of().parseHex("000102030405060708090A0B0C0D0E0F");

    @Test
    void aChallengeIsTheStartOfALabelledHash() throws Exception {
        byte[] input = HexFormat.of()
                .parseHex("5444434849503031" + "07" + "6B696F736B2D31" + "000001A200C644C0"
                        + HexFormat.of().formatHex(NONCE));
        byte[] expected =
                Arrays.copyOf(java.security.MessageDigest.getInstance("SHA-256").digest(input), 8);
        assertThat(Instant.ofEpochMilli(0x000001A200C644C0L)).isEqualTo(AT);
        assertThat(ChipChallenge.of("kiosk-1", AT, NONCE)).isEqualTo(expected);
    }

    @Test
    void anotherDeviceInstantOrNonceMakesAnotherChallenge() {
        byte[] otherNonce = NONCE.clone();
        otherNonce[15] ^= 1;
        assertThat(List.of(
                        ChipChallenge.of("kiosk-2", AT, NONCE),
                        ChipChallenge.of("kiosk-1", AT.plusMillis(1), NONCE),
                        ChipChallenge.of("kiosk-1", AT, otherNonce)))
                .allSatisfy(other -> assertThat(other)
                        .hasSize(ChipChallenge.LENGTH)
                        .isNotEqualTo(ChipChallenge.of("kiosk-1", AT, NONCE)));
    }

    @Test
    void aChallengeWithoutDeviceOrNonceIsRefused() {
        assertThatThrownBy(() -> ChipChallenge.of("", AT, NONCE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ChipChallenge.of("x".repeat(255), AT, NONCE)).hasSize(ChipChallenge.LENGTH);
        assertThatThrownBy(() -> ChipChallenge.of("x".repeat(256), AT, NONCE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChipChallenge.of("kiosk-1", AT, new byte[8]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
