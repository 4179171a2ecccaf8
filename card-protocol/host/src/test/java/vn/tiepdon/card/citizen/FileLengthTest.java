package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileLengthTest {

    @ParameterizedTest
    @CsvSource({"6D00, 2", "6D05, 7", "6D7F, 129", "6D8180, 131", "6D8100, 3", "6D820100, 260", "6D82FFFB, 65535"})
    void tagAndLengthTellHowLongAFileIs(String start, int length) {
        assertThat(FileLength.of(ChipFile.DG13, bytes(start))).contains(length);
        assertThat(FileLength.of(ChipFile.DG13, bytes(start + "3081FF"))).contains(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6D", "6D81", "6D82", "6D8201"})
    void tooLittleTellsNothing(String start) {
        assertThat(FileLength.of(ChipFile.DG13, bytes(start))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6E05", "6D80", "6D83", "6DFF", "6D82FFFC", "6D82FFFF"})
    void anotherTagAndALengthThatNoFileHasAreImpossible(String start) {
        assertThat(FileLength.of(ChipFile.DG13, bytes(start))).contains(FileLength.MAX + 1);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
