package vn.tiepdon.kiosk.device.printer;

import java.io.IOException;
import java.time.Duration;
import vn.tiepdon.api.fault.FaultCode;

/** What is asked of an ESC/POS printer and what it answers, over one connection. */
final class PrinterDialogue {

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(150);
    private static final int MAX_STRAY_BYTES = 64;

    /** {@code GS r 1}: answered in turn, after all that was sent before it; {@code DLE EOT} overtakes. */
    private static final byte[] FENCE = {0x1D, 0x72, 0x01};

    /**
     * {@code DLE DC4 8} empties the printer's buffers, {@code DLE ENQ 2} ends an error by forgetting its job,
     * {@code GS a 0} stops unasked status, {@code ESC @} resets. Without it, what an earlier connection left in the
     * buffer prints when paper comes back (escpos-php #411), or the next ticket is taken for the rest of a half-sent
     * image (ESCPOS-ThermalPrinter-Android #415).
     */
    private static final byte[] CLEAR = {
        0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08, 0x10, 0x05, 0x02, 0x1D, 0x61, 0x00, 0x1B, 0x40
    };

    private final PrinterLink link;
    private boolean knowsFence;
    private boolean fencePassed;

    PrinterDialogue(PrinterLink link) {
        this.link = link;
    }

    /** Empties the printer and learns whether it knows the fence, which cheap copies of ESC/POS often lack. */
    void begin() throws IOException, PrintFailedException {
        link.send(CLEAR);
        if (!link.answers()) {
            return;
        }
        if (status().fault().isEmpty()) {
            sendFence();
            knowsFence = awaitFence(ANSWER);
        }
    }

    /**
     * @throws PrintFailedException when the printer is mute
     * @throws IOException when the connection is gone
     */
    PrinterStatus status() throws IOException, PrintFailedException {
        int[] answers = new int[PrinterStatus.QUESTIONS];
        for (int i = 0; i < answers.length; i++) {
            link.send(new byte[] {0x10, 0x04, (byte) (i + 1)});
            answers[i] = answer();
        }
        return new PrinterStatus(answers[0], answers[1], answers[2], answers[3]);
    }

    /** Refuses when the printer could not print now. */
    void requireReady() throws IOException, PrintFailedException {
        if (link.answers()) {
            FaultCode fault = status().fault().orElse(null);
            if (fault != null) {
                throw new PrintFailedException(fault);
            }
        }
    }

    /**
     * Sends a job and waits until the printer is through with it. A printer without the fence is watched for a moment
     * instead, because its status alone does not say that the paper has come out.
     */
    void print(byte[] job, Duration patience) throws IOException, PrintFailedException {
        link.send(job);
        if (!link.answers()) {
            return;
        }
        if (knowsFence) {
            sendFence();
        }
        long end = System.nanoTime() + (knowsFence ? patience : ANSWER).toNanos();
        do {
            awaitFence(GLANCE);
            requireReady();
        } while (!(knowsFence && fencePassed) && System.nanoTime() < end);
        if (knowsFence && !fencePassed) {
            throw new PrintFailedException(FaultCode.PRINTER_FAULT);
        }
    }

    private void sendFence() throws IOException {
        fencePassed = false;
        link.send(FENCE);
    }

    private boolean awaitFence(Duration patience) throws IOException {
        note(link.receive(patience));
        return fencePassed;
    }

    /** A fence's answer is 0xx0xxxx, so that it is not taken for a status, and may come between two of them. */
    private void note(int next) {
        fencePassed |= next != PrinterLink.NOTHING && (next & 0x90) == 0;
    }

    private int answer() throws IOException, PrintFailedException {
        for (int stray = 0; stray < MAX_STRAY_BYTES; stray++) {
            int next = link.receive(ANSWER);
            if (next == PrinterLink.NOTHING) {
                throw new PrintFailedException(FaultCode.PRINTER_UNREACHABLE);
            }
            if (PrinterStatus.isAnswer(next)) {
                return next;
            }
            note(next);
        }
        throw new PrintFailedException(FaultCode.PRINTER_FAULT);
    }
}
