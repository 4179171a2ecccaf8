package vn.tiepdon.kiosk.device.printer;

import java.util.Optional;
import vn.tiepdon.api.fault.FaultCode;

/**
 * The four answers to {@code DLE EOT 1} to {@code 4} (real-time status, Epson ESC/POS command reference).
 *
 * @param printer bit 3: off-line
 * @param offline bit 2: cover open, bit 5: stopped for want of paper, bit 6: error
 * @param error bit 2: mechanics, bit 3: cutter, bit 5: unrecoverable, bit 6: heat, will recover
 * @param paper bits 5 and 6: end of paper (bits 2 and 3, nearly at the end, still print)
 */
record PrinterStatus(int printer, int offline, int error, int paper) {

    static final int QUESTIONS = 4;

    /** What an answer to {@code DLE EOT} looks like among other bytes: 0xx1xx10. */
    static boolean isAnswer(int value) {
        return (value & 0x93) == 0x12;
    }

    /** An open cover is named before missing paper: on many printers the one reports the other too. */
    Optional<FaultCode> fault() {
        if ((offline & 0x04) != 0) {
            return Optional.of(FaultCode.PRINTER_COVER_OPEN);
        }
        if ((offline & 0x20) != 0 || (paper & 0x60) != 0) {
            return Optional.of(FaultCode.PRINTER_OUT_OF_PAPER);
        }
        if ((error & 0x6C) != 0 || (offline & 0x40) != 0 || (printer & 0x08) != 0) {
            return Optional.of(FaultCode.PRINTER_FAULT);
        }
        return Optional.empty();
    }
}
