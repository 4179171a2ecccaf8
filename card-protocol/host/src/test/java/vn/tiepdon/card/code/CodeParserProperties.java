package vn.tiepdon.card.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever comes in, one of the declared results comes out. */
class CodeParserProperties {

    private static final List<String> SEEDS = List.of(
            "001190000123|012345678|Nguyễn Thị Mẫu|15011990|Nữ|Số 1 Phố Mẫu, Hà Nội|01022022",
            "DN4010190000123|4e677579e1bb856e|1950|1|4e|01 – C54|01/01/2019|31/12/2019|24/01/2019|$",
            "IDVNM1900001230001190000123<<19001158F3001156VNM<<<<<<<<<<<4NGUYEN<<THI<MAU<<<<<<<<<<<<<<<",
            "TD1:T:79999:0F8FAD5BD9CB469FA16570867728950E:0000");

    @Property(tries = 2000)
    void anyTextHasAResult(@ForAll String text) {
        assertThat(CodeParser.parse(text)).isNotNull();
    }

    @Property(tries = 2000)
    void anyBytesHaveAResult(@ForAll @Size(max = 5000) byte[] bytes) {
        assertThat(CodeParser.parse(bytes)).isNotNull();
    }

    @Property(tries = 3000)
    void anyDamagedCodeHasAResultThatGivesNothingAway(@ForAll("damaged") String text) {
        assertThat(CodeParser.parse(text).toString()).doesNotContain("Mẫu", "0190000123", "001190000123", "0F8FAD5B");
    }

    @Property(tries = 1000)
    void anyBytesAreFramedWithinTheLimit(@ForAll @Size(max = 300) List<byte[]> deliveries, @ForAll Random random) {
        FrameAssembler assembler = new FrameAssembler();
        long now = 0;
        List<Frame> frames = new ArrayList<>();
        for (byte[] delivery : deliveries) {
            now += random.nextInt(400) * 1_000_000L;
            for (byte octet : delivery) {
                assembler.accept(octet, now).ifPresent(frames::add);
            }
        }
        assembler.tick(now + FrameAssembler.IDLE_GAP.toNanos()).ifPresent(frames::add);
        assertThat(assembler.isWaiting()).isFalse();
        assertThat(frames).allSatisfy(frame -> {
            if (frame instanceof Frame.Scan scan) {
                assertThat(scan.bytes().length).isBetween(1, FrameAssembler.MAX_BYTES);
            }
        });
    }

    @Provide
    Arbitrary<String> damaged() {
        return Combinators.combine(
                        Arbitraries.of(SEEDS),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.strings().ofMaxLength(3),
                        Arbitraries.integers().between(0, 3))
                .as((seed, position, insert, removed) -> {
                    int at = Math.min(position, seed.length());
                    int rest = Math.min(seed.length(), at + removed);
                    String text = seed.substring(0, at) + insert + seed.substring(rest);
                    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                });
    }
}
