package vn.tiepdon.applet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The answer to SELECT, taken apart by its fixed places. */
record CardFace(
        int state,
        int identity,
        int emergency,
        int medication,
        byte[] keyVersions,
        int revision,
        int visits,
        int room) {

    static final int BLANK = 0x01;
    static final int PERSONALISED = 0x03;
    static final int ACTIVE = 0x07;
    static final int BLOCKED = 0x0F;
    static final int ENDED = 0x7F;

    static CardFace of(SimulatedCard card) {
        byte[] answer = Terminal.select(card).require();
        ByteBuffer fields = ByteBuffer.wrap(answer);
        expect(fields, 0x6F, answer.length - 2);
        expect(fields, 0x84, SimulatedCard.AID_BYTES.length);
        fields.position(fields.position() + SimulatedCard.AID_BYTES.length);
        expect(fields, 0xA5, fields.remaining() - 2);
        expect(fields, 0x80, 1);
        require(fields.get() == 1);
        expect(fields, 0x81, 1);
        int state = fields.get();
        expect(fields, 0x82, 9);
        int[] lengths = new int[3];
        for (int i = 0; i < 3; i++) {
            require(fields.get() == i + 1);
            lengths[i] = fields.getShort();
        }
        expect(fields, 0x83, 3);
        byte[] versions = new byte[3];
        fields.get(versions);
        expect(fields, 0x84, 4);
        int revision = fields.getInt();
        expect(fields, 0x85, 2);
        int visits = fields.get();
        int room = fields.get();
        expect(fields, 0x86, 2);
        require(fields.getShort() > 0);
        expect(fields, 0x87, 8);
        byte[] serial = new byte[8];
        fields.get(serial);
        require(Arrays.equals(serial, SimulatedCard.SERIAL) && !fields.hasRemaining());
        return new CardFace(state, lengths[0], lengths[1], lengths[2], versions, revision, visits, room);
    }

    private static void expect(ByteBuffer fields, int tag, int length) {
        require((fields.get() & 0xFF) == tag && (fields.get() & 0xFF) == length);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("not the answer to SELECT that is documented");
        }
    }
}
