package vn.tiepdon.applet;

import java.nio.ByteBuffer;
import java.util.Random;

/** Cards as a desk would leave them, with invented records. */
final class Issued {

    static final Keys READING = Keys.of(0x11);
    static final Keys WRITING = Keys.of(0x21);
    static final Keys ADMINISTERING = Keys.of(0x31);
    static final byte[] CARD_ID = new byte[] {0x50, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    static final byte[] IDENTITY = identity(300);
    static final byte[] EMERGENCY = random(700, 2);
    static final byte[] MEDICATION = random(900, 3);
    static final byte[] VISIT = random(150, 4);

    static final int PERSONALISE = 0;
    static final int ACTIVATE = 1;
    static final int BLOCK = 2;
    static final int UNBLOCK = 3;
    static final int END = 4;

    private Issued() {}

    /** Everything of a personalisation but its last step. */
    static Terminal prepare(SimulatedCard card) {
        Terminal desk = Terminal.open(card, Keys.TRANSPORT_SET);
        desk.send(0x80, 0xE0, 0, 0).require();
        for (Keys keys : new Keys[] {READING, WRITING, ADMINISTERING}) {
            desk.putKeys(keys, keys.orderFor(SimulatedCard.SERIAL, Keys.TRANSPORT_SET))
                    .require();
        }
        desk.storeData(1, IDENTITY).require();
        desk.storeData(2, EMERGENCY).require();
        desk.storeData(3, MEDICATION).require();
        desk.storeData(4, VISIT).require();
        desk.commit(1).require();
        return desk;
    }

    static SimulatedCard personalised() {
        SimulatedCard card = new SimulatedCard();
        prepare(card).changeState(PERSONALISE).require();
        return card;
    }

    static SimulatedCard active() {
        SimulatedCard card = new SimulatedCard();
        Terminal desk = prepare(card);
        desk.changeState(PERSONALISE).require();
        desk.changeState(ACTIVATE).require();
        return card;
    }

    static SimulatedCard blocked() {
        SimulatedCard card = active();
        Terminal.open(card, ADMINISTERING).changeState(BLOCK).require();
        return card;
    }

    static SimulatedCard ended() {
        SimulatedCard card = active();
        Terminal.open(card, ADMINISTERING).changeState(END).require();
        return card;
    }

    /** A record with a card id and much else; the card looks at no more. */
    static byte[] identity(int length) {
        int rest = length - 4 - 2 - CARD_ID.length - 4;
        return ByteBuffer.allocate(length)
                .put((byte) 0xE1)
                .put((byte) 0x82)
                .putShort((short) (length - 4))
                .put((byte) 0x82)
                .put((byte) CARD_ID.length)
                .put(CARD_ID)
                .put((byte) 0x84)
                .put((byte) 0x82)
                .putShort((short) rest)
                .put(random(rest, 1))
                .array();
    }

    static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
