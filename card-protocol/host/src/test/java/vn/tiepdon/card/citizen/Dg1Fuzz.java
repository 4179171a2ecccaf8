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

/** DG1, which is the machine readable zone, beside a DG13 that leaves the expiry date to it. */
class Dg1Fuzz {

    private static final byte[] DG13 = dg13();
    private static CitizenIdentity owner;

    @BeforeAll
    static void readTheOwner() throws Exception {
        owner = CitizenIdentities.parse(ChipFiles.dg1(ChipFiles.ZONE), DG13);
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                        ChipFiles.ZONE,
                        ChipFiles.zone("001190000123", "900115", 'F', "<<<<<<"),
                        ChipFiles.zone("001190000123", "900115", 'F', "991231"),
                        ChipFiles.zone("001190000123", "90<<<<", 'F', "300115"),
                        ChipFiles.zone("UTO", "001190000123", "900115", 'F', "300115"),
                        "P<VNM" + "<".repeat(83))
                .map(ChipFiles::dg1);
    }

    private static byte[] dg13() {
        Map<Integer, String> texts = ChipFiles.texts();
        texts.remove(VietnameseData.EXPIRES);
        return ChipFiles.dg13(texts);
    }

    @MethodSource("seeds")
    @DictionaryEntries({"IDVNM", "VNM", "<<<<<<", "900115", "991231"})
    @FuzzTest
    void aZoneNamesTheHolderOfDg13OrNobody(byte @NotNull [] dg1) {
        Fuzzed.hold(dg1, () -> {
            try {
                WholeIdentity.require(CitizenIdentities.parse(dg1, DG13), owner);
            } catch (MalformedChipFileException | ForeignDocumentException declared) {
                assertThat(declared.getMessage()).isNotEmpty();
            }
        });
    }
}
