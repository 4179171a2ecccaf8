package vn.tiepdon.server.event;

import java.util.Arrays;

/**
 * A view as it was drawn.
 *
 * @param frame ready to be sent; the same array for as long as nothing has changed
 * @param seq no event up to this one is missing in it
 * @param drawn by the clock of {@link System#nanoTime()}
 */
record Picture(byte[] frame, long seq, long drawn) {

    static Picture draw(View view, long seq) {
        return new Picture(Frame.board(view.draw()), seq, System.nanoTime());
    }

    /** Drawn once more; who has seen the one before needs nothing when it is still the same. */
    Picture again(View view, long seq) {
        Picture now = draw(view, seq);
        return Arrays.equals(now.frame, frame) ? new Picture(frame, seq, now.drawn) : now;
    }

    boolean olderThan(long nanos) {
        return System.nanoTime() - drawn > nanos;
    }
}
