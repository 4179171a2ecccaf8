package vn.tiepdon.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tiepdon.kiosk.flow.Alarm;
import vn.tiepdon.kiosk.flow.Language;
import vn.tiepdon.kiosk.flow.State;

/** Decodes every clip as the kiosk does before it plays it. */
class ClipsTest {

    /** Of the time until the kiosk takes the patient for gone: what is left after the last word is for the answer. */
    private static final double LONGEST_SECONDS = Alarm.IDLE.after().toSeconds() - 10;

    static Stream<Object[]> clips() {
        return Arrays.stream(State.class.getPermittedSubclasses()).flatMap(state -> Arrays.stream(Language.values())
                .map(language -> new Object[] {state.getSimpleName(), language}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("clips")
    void everyScreenIsSpokenAsLoudlyAsTheOthersAndLeavesTimeToAnswer(String screen, Language language)
            throws IOException, UnsupportedAudioFileException {
        assertThat(ClipSpeaker.recorded(screen, language)).as("clip").isTrue();
        ShortBuffer samples = decoded(screen, language);
        double seconds = samples.remaining() / ClipSpeaker.SPEECH.getSampleRate();
        assertThat(seconds).as("seconds").isBetween(2.0, LONGEST_SECONDS);
        double sum = 0;
        while (samples.hasRemaining()) {
            double part = samples.get() / (double) Short.MAX_VALUE;
            sum += part * part;
        }
        double level = 10 * Math.log10(sum / samples.limit());
        assertThat(level).as("loudness in dB of full scale").isBetween(-23.0, -18.0);
    }

    private static ShortBuffer decoded(String screen, Language language)
            throws IOException, UnsupportedAudioFileException {
        try (InputStream stream = new BufferedInputStream(
                        ClipSpeaker.class.getResourceAsStream(ClipSpeaker.clip(screen, language)));
                AudioInputStream coded = AudioSystem.getAudioInputStream(stream);
                AudioInputStream speech = AudioSystem.getAudioInputStream(ClipSpeaker.SPEECH, coded)) {
            assertThat(coded.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
            return ByteBuffer.wrap(speech.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
        }
    }
}
