package vn.tiepdon.simulator.card;

import java.util.HexFormat;

/** Cards that are no patient cards. */
public final class VirtualCards {

    private static final byte[] FILE_NOT_FOUND = HexFormat.of().parseHex("6A82");
    private static final byte[] PLAIN_ATR = HexFormat.of().parseHex("3B80800101");

    private VirtualCards() {}

    /** A card of some other system: it answers, and knows none of our applications. */
    public static VirtualCard unknown() {
        return of(FILE_NOT_FOUND);
    }

    /** A card that powers up and then never answers, such as one with a torn antenna. */
    public static VirtualCard mute() {
        return of(new byte[0]);
    }

    private static VirtualCard of(byte[] everyAnswer) {
        return new VirtualCard() {
            @Override
            public byte[] atr() {
                return PLAIN_ATR.clone();
            }

            @Override
            public byte[] transmit(byte[] commandApdu) {
                return everyAnswer.clone();
            }
        };
    }
}
