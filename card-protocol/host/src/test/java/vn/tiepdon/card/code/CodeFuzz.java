package vn.tiepdon.card.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tiepdon.card.Fuzzed;
import vn.tiepdon.card.code.CodeResult.Recognised;

/** Whatever a scanner sends: the citizen card's QR first of all. */
class CodeFuzz {

    static Stream<byte[]> seeds() {
        return Stream.concat(WholeCode.samples(), WholeCode.samples().map(text -> "]Q1" + text + "|\r"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @DictionaryEntries({"|", "|Nam|", "|Nữ|", "01022022", "15/01/1990", "|$", "TD1:", "IDVNM", "001190000123"})
    @FuzzTest
    void aCodeIsRecognisedWholeOrNotAtAll(byte @NotNull [] scanned) {
        Fuzzed.hold(scanned, () -> {
            CodeResult result = CodeParser.parse(scanned);
            assertThat(result).isEqualTo(CodeParser.parse(scanned));
            if (result instanceof Recognised recognised) {
                WholeCode.require(recognised.code());
            }
        });
    }
}
