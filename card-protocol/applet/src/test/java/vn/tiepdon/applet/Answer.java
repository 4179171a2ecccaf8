package vn.tiepdon.applet;

import java.util.Arrays;

/** What a card said: data and status word. */
record Answer(byte[] data, int status) {

    static final int OK = 0x9000;

    static Answer of(byte[] apdu) {
        int end = apdu.length - 2;
        return new Answer(Arrays.copyOf(apdu, end), (apdu[end] & 0xFF) << 8 | apdu[end + 1] & 0xFF);
    }

    boolean isOk() {
        return status == OK;
    }

    byte[] require() {
        if (!isOk()) {
            throw new AssertionError("the card answered %04X".formatted(status));
        }
        return data;
    }
}
