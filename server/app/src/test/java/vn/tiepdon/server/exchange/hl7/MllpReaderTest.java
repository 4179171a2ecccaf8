package vn.tiepdon.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MllpReaderTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int LARGEST = 1_000;

    private static MllpReader reader(InputStream in, Duration patience) {
        return new MllpReader(in, LARGEST, millis -> {}, patience, patience);
    }

    @Property(tries = 200)
    void whatWasFramedComesOutWhateverStandsBetweenAndHoweverItArrives(
            @ForAll("messages") List<byte[]> messages, @ForAll("between") byte[] between, @ForAll("steps") int step)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            line.write(between);
            Mllp.write(line, message);
        }
        List<InputStream> pieces = new ArrayList<>();
        byte[] all = line.toByteArray();
        for (int i = 0; i < all.length; i += step) {
            pieces.add(new ByteArrayInputStream(all, i, Math.min(step, all.length - i)));
        }
        MllpReader reader = reader(new SequenceInputStream(Collections.enumeration(pieces)), LONG);
        for (byte[] message : messages) {
            assertThat(reader.next()).isEqualTo(message);
        }
        assertThat(reader.next()).isNull();
    }

    @Property(tries = 300)
    void noBytesKeepItReadingOrBreakIt(@ForAll byte[] bytes) throws IOException {
        MllpReader reader = reader(new ByteArrayInputStream(bytes), LONG);
        try {
            byte[] message = reader.next();
            while (message != null) {
                assertThat(message.length).isLessThanOrEqualTo(LARGEST);
                message = reader.next();
            }
        } catch (FrameBrokenException tooLong) {
            assertThat(tooLong.begun().length).isLessThanOrEqualTo(LARGEST);
        }
    }

    @Test
    void whoDripsIsNotWaitedForForEver() {
        InputStream dripping = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                throw new AssertionError("read by pieces");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
                into[offset] = begun ? (byte) 'x' : Mllp.START;
                begun = true;
                return 1;
            }
        };
        assertThatThrownBy(() -> reader(dripping, Duration.ofMillis(200)).next())
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void endlessGarbageIsNoSender() {
        InputStream garbage = new ByteArrayInputStream(new byte[MllpReader.MOST_GARBAGE * 2]);
        assertThatThrownBy(() -> reader(garbage, LONG).next()).isInstanceOf(FrameBrokenException.class);
    }

    @Provide
    Arbitrary<List<byte[]>> messages() {
        Arbitrary<Byte> letters = Arbitraries.bytes().filter(it -> it != Mllp.START && it != Mllp.END);
        return letters.array(byte[].class).ofMaxSize(200).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<byte[]> between() {
        return Arbitraries.bytes()
                .filter(it -> it != Mllp.START)
                .array(byte[].class)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Integer> steps() {
        return Arbitraries.integers().between(1, 40);
    }
}
