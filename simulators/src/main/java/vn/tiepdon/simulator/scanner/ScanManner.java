package vn.tiepdon.simulator.scanner;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How scanners deliver a code: the good way, and the ways that programs stumble over. */
public enum ScanManner {
    /** In one piece, ended with CR LF. */
    WHOLE {
        @Override
        List<byte[]> pieces(String code) {
            return List.of(bytes(code + "\r\n"));
        }
    },
    /** In many deliveries, through the middle of letters too. */
    SPLIT {
        @Override
        List<byte[]> pieces(String code) {
            byte[] whole = bytes(code + "\r\n");
            List<byte[]> pieces = new ArrayList<>();
            for (int from = 0; from < whole.length; from += PIECE) {
                pieces.add(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + PIECE)));
            }
            return pieces;
        }
    },
    /** With the symbology identifier of a QR code in front (ISO/IEC 15424). */
    AIM_ID {
        @Override
        List<byte[]> pieces(String code) {
            return List.of(bytes("]Q1" + code + "\r"));
        }
    },
    /** With a CR in mid-text. */
    STRAY_CR {
        @Override
        List<byte[]> pieces(String code) {
            int middle = code.length() / 2;
            return List.of(bytes(code.substring(0, middle) + "\r" + code.substring(middle) + "\r\n"));
        }
    },
    /** Without any line end: only the pause after it ends it. */
    BARE {
        @Override
        List<byte[]> pieces(String code) {
            return List.of(bytes(code));
        }
    },
    /** The first half, then nothing. */
    HALF {
        @Override
        List<byte[]> pieces(String code) {
            return List.of(bytes(code.substring(0, code.length() / 2)));
        }
    };

    private static final int PIECE = 7;

    /** @return what is delivered at a time, in UTF-8 */
    abstract List<byte[]> pieces(String code);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
