package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Elements of a chip's file, and where they may end. */
class BerTest {

    @Test
    void elementsFollowEachOtherWithLengthsOfAnyForm() throws Exception {
        Ber ber = ber("0C0141" + "04810142" + "5F1F82000143" + "1300");
        assertThat(ber.value(0x0C)).asHexString().isEqualTo("41");
        assertThat(ber.peekTag()).isEqualTo(0x04);
        assertThat(ber.value(0x04)).asHexString().isEqualTo("42");
        assertThat(ber.peekTag()).isEqualTo(0x5F1F);
        assertThat(ber.value(0x5F1F)).asHexString().isEqualTo("43");
        assertThat(ber.hasMore()).isTrue();
        ber.skip();
        assertThat(ber.hasMore()).isFalse();
        ber.requireEnd();
    }

    @Test
    void aLongLengthCountsInBytes() throws Exception {
        byte[] content = new byte[0x0102];
        content[0x0101] = 7;
        byte[] value = ber("04820102" + HexFormat.of().formatHex(content)).value(0x04);
        assertThat(value).isEqualTo(content);
    }

    @Test
    void whatHoldsElementsEndsThem() throws Exception {
        Ber whole = ber("30020C00" + "0C01FF");
        Ber inner = whole.inside(0x30);
        assertThat(inner.value(0x0C)).isEmpty();
        inner.requireEnd();
        assertThat(whole.value(0x0C)).hasSize(1);
        assertMalformed(
                () -> ber("3002" + "0C01" + "FF").inside(0x30).value(0x0C),
                "an element at 2 ends outside what holds it");
        assertMalformed(() -> ber("3001" + "0C" + "00").inside(0x30).value(0x0C), "ends within an element at 3");
        assertMalformed(() -> ber("0C0200").value(0x0C), "an element at 0 ends outside what holds it");
        assertMalformed(() -> ber("").value(0x0C), "ends within an element at 0");
    }

    @Test
    void anElementIsTheOneThatIsExpected() {
        assertMalformed(() -> ber("0C00").value(0x13), "tag C instead of 13 at 0");
        assertMalformed(() -> ber("0C005F1F00").value(0x5F1F), "tag C instead of 5F1F at 0");
        assertMalformed(() -> ber("0C00").requireEnd(), "bytes left over at 0");
    }

    @Test
    void otherFormsOfALengthAreNone() {
        for (String form : new String[] {"80", "83", "84", "FF"}) {
            assertMalformed(() -> ber("0C" + form + "000001").value(0x0C), "a length of the form " + form + " at 1");
        }
    }

    private static void assertMalformed(ThrowingCallable reading, String how) {
        assertThatThrownBy(reading)
                .isInstanceOf(MalformedChipFileException.class)
                .hasMessage("DG13: " + how);
    }

    private static Ber ber(String hex) {
        return new Ber(ChipFile.DG13, HexFormat.of().parseHex(hex));
    }
}
