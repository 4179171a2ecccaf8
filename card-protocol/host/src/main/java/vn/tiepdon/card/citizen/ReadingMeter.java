package vn.tiepdon.card.citizen;

import java.util.EnumMap;
import java.util.Map;

/** Adds up what is read, against what is expected: guesses at first, lengths as files tell theirs. */
final class ReadingMeter {

    private final ReadingProgress progress;
    private final Map<ChipFile, Integer> expected = new EnumMap<>(ChipFile.class);
    private int done;

    ReadingMeter(ReadingProgress progress) {
        this.progress = progress;
    }

    void expect(ChipFile file, int length) {
        expected.put(file, length);
    }

    void read(int bytes) {
        done += bytes;
        progress.read(
                done,
                Math.max(
                        done,
                        expected.values().stream().mapToInt(Integer::intValue).sum()));
    }
}
