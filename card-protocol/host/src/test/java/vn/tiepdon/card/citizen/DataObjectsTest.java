package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers a library gets to see that believes every length in them. */
class DataObjectsTest {

    private static final String STATUS = "99029000";
    private static final String CHECKSUM = "8E080102030405060708";

    @Test
    void aProtectedAnswerHasAStatusAChecksumAndMaybeData() {
        for (String data : new String[] {"", "870201FF", "8581020102", "8782000201FF", "8700"}) {
            assertThat(areProtected(data + STATUS + CHECKSUM)).as(data).isTrue();
        }
        assertThat(areProtected("87" + "8180" + "00".repeat(0x80) + STATUS + CHECKSUM))
                .isTrue();
        assertThat(areProtected("87" + "820100" + "00".repeat(0x100) + STATUS + CHECKSUM))
                .isTrue();
        assertThat(areProtected("")).as("a bare status word").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STATUS,
                CHECKSUM,
                CHECKSUM + STATUS,
                STATUS + STATUS + CHECKSUM,
                STATUS + "870201FF" + CHECKSUM,
                "880201FF" + STATUS + CHECKSUM,
                STATUS + "8E0801020304050607",
                STATUS + "8E070102030405060708",
                STATUS + "8F080102030405060708",
                "8784000000020102" + STATUS + CHECKSUM,
                "87830000020102" + STATUS + CHECKSUM,
                "8780" + STATUS + CHECKSUM,
                "87FF" + STATUS + CHECKSUM,
                "870F01" + STATUS + CHECKSUM,
                "878201" + STATUS + CHECKSUM,
                "9F870201FF" + STATUS + CHECKSUM,
                "00",
                "870201FF" + STATUS + CHECKSUM + "00"
            })
    void anAnswerOfAnyOtherFormIsNotProtected(String answer) {
        assertThat(areProtected(answer)).isFalse();
    }

    @Test
    void dynamicDataAreOneObjectOfWholeObjects() {
        for (String answer : new String[] {"", "7C00", "7C0480020102", "7C058103010203", "7C03800182"}) {
            assertThat(areDynamic(answer)).as(answer).isTrue();
        }
        for (String answer : new String[] {
            "00", "7D00", "7C", "7C01", "7C0180", "7C028001", "7C0480030102", "7C048002010200", "7C039F8001", "7C80"
        }) {
            assertThat(areDynamic(answer)).as(answer).isFalse();
        }
    }

    private static boolean areProtected(String data) {
        return DataObjects.areProtected(HexFormat.of().parseHex(data + "9000"));
    }

    private static boolean areDynamic(String data) {
        return DataObjects.areDynamic(HexFormat.of().parseHex(data + "9000"));
    }
}
