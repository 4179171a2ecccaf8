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

/** Whatever text comes in, one of the declared results comes out; {@link CodeFuzz} looks for odd bytes. */
class CodeParserProperties {

    @Property(tries = 2000)
    void anyTextHasAResult(@ForAll String text) {
        assertThat(CodeParser.parse(text)).isNotNull();
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
                        Arbitraries.of(WholeCode.samples().toList()),
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
