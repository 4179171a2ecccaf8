package vn.tiepdon.kiosk.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.kiosk.conductor.Speaker;
import vn.tiepdon.kiosk.flow.Language;

/** Plays the clip of a screen on a thread of its own; a new one, or another screen, ends it. */
public final class ClipSpeaker implements Speaker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClipSpeaker.class);
    static final AudioFormat SPEECH = new AudioFormat(16_000, 16, 1, true, false);

    // One clip at a time; what impatient fingers ask for beyond that is dropped.
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(4),
            ClipSpeaker::daemon,
            new ThreadPoolExecutor.DiscardPolicy());
    private final boolean available = AudioSystem.isLineSupported(new DataLine.Info(Clip.class, SPEECH));
    private volatile Clip playing;

    @Override
    public boolean speaks(String screen, Language language) {
        return available && recorded(screen, language);
    }

    /** Whether there is a clip, with or without a sound device to play it. */
    public static boolean recorded(String screen, Language language) {
        return ClipSpeaker.class.getResource(clip(screen, language)) != null;
    }

    @Override
    public void speak(String screen, Language language) {
        if (available) {
            thread.execute(() -> play(clip(screen, language)));
        }
    }

    @Override
    public void hush() {
        if (playing != null) {
            thread.execute(this::stop);
        }
    }

    static String clip(String screen, Language language) {
        return "%s/%s.wav".formatted(language.locale().getLanguage(), screen);
    }

    private void play(String file) {
        stop();
        InputStream resource = ClipSpeaker.class.getResourceAsStream(file);
        if (resource == null) {
            return;
        }
        try (InputStream stream = new BufferedInputStream(resource);
                AudioInputStream coded = AudioSystem.getAudioInputStream(stream);
                AudioInputStream speech = AudioSystem.getAudioInputStream(SPEECH, coded)) {
            Clip clip = (Clip) AudioSystem.getLine(new DataLine.Info(Clip.class, SPEECH));
            clip.open(speech);
            clip.start();
            playing = clip;
        } catch (IOException | UnsupportedAudioFileException | LineUnavailableException e) {
            LOG.warn("cannot speak {}", file, e);
        }
    }

    private void stop() {
        Clip clip = playing;
        playing = null;
        if (clip != null) {
            clip.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kiosk-speaker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        thread.execute(this::stop);
        thread.shutdown();
    }
}
