package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tiepdon.card.Fuzzed;

/** DG13 beside a sound DG1. */
class Dg13Fuzz {

    private static final byte[] DG1 = ChipFiles.dg1(ChipFiles.ZONE);
    private static CitizenIdentity owner;

    @BeforeAll
    static void readTheOwner() throws Exception {
        owner = CitizenIdentities.parse(DG1, ChipFiles.dg13(ChipFiles.texts()));
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                ChipFiles.dg13(ChipFiles.texts()),
                with(Map.of(12, "Không thời hạn", 15, "", 16, "001190000999")),
                with(Map.of(9, "", 11, "02/2022", 17, "?", 64, "?")),
                with(Map.of(10, "Sẹo ".repeat(60))));
    }

    private static byte[] with(Map<Integer, String> others) {
        Map<Integer, String> texts = ChipFiles.texts();
        texts.putAll(others);
        return ChipFiles.dg13(texts);
    }

    @MethodSource("seeds")
    @DictionaryEntries({"001190000123", "15/01/1990", "1990", "Nữ", "Nam", "Không thời hạn"})
    @FuzzTest
    void aDg13NamesTheHolderOfDg1OrNobody(byte @NotNull [] dg13) {
        Fuzzed.hold(dg13, () -> {
            try {
                WholeIdentity.require(CitizenIdentities.parse(DG1, dg13), owner);
            } catch (MalformedChipFileException declared) {
                assertThat(declared.file()).isEqualTo(ChipFile.DG13);
            }
        });
    }
}
