package vn.tiepdon.applet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A terminal's end of SCP03, written with Bouncy Castle from Amendment D, each step of it to be bent by a test. */
final class Terminal {

    private static final byte[] HOST_CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};

    private final SimulatedCard card;
    private byte[] encryption;
    private byte[] mac;
    private byte[] responseMac;
    private byte[] context;
    private byte[] chain = new byte[16];
    private int counter;

    Terminal(SimulatedCard card) {
        this.card = card;
    }

    /** Selects the card and opens a session. */
    static Terminal open(SimulatedCard card, Keys keys) {
        select(card).require();
        Terminal terminal = new Terminal(card);
        terminal.challenge(keys);
        card.send(terminal.authentication()).require();
        return terminal;
    }

    static Answer select(SimulatedCard card) {
        return card.send(command(0x00, 0xA4, 0x04, 0x00, SimulatedCard.AID_BYTES));
    }

    /** INITIALIZE UPDATE, and the session keys that follow from its answer; the card's cryptogram is checked. */
    byte[] challenge(Keys keys) {
        byte[] answer = card.send(initializeUpdate(keys.version())).require();
        context = ByteBuffer.allocate(16).put(HOST_CHALLENGE).put(answer, 13, 8).array();
        encryption = derive(keys.enc(), 0x04, 128);
        mac = derive(keys.mac(), 0x06, 128);
        responseMac = derive(keys.mac(), 0x07, 128);
        if (!Arrays.equals(derive(mac, 0x00, 64), Arrays.copyOfRange(answer, 21, 29))) {
            throw new AssertionError("the card's cryptogram is wrong");
        }
        return answer;
    }

    static byte[] initializeUpdate(int version) {
        return command(0x80, 0x50, version, 0x00, HOST_CHALLENGE);
    }

    /** EXTERNAL AUTHENTICATE, 21 bytes. */
    byte[] authentication() {
        return authenticationAt(0x33);
    }

    byte[] authenticationAt(int level) {
        return withMac(0x84, 0x82, level, 0x00, derive(mac, 0x01, 64), false);
    }

    Answer send(int cla, int ins, int p1, int p2, byte... data) {
        return unwrap(card.send(wrap(cla, ins, p1, p2, data)));
    }

    byte[] wrap(int cla, int ins, int p1, int p2, byte... data) {
        counter++;
        byte[] hidden = data.length == 0 ? data : Keys.cbc(true, encryption, vector(0), padded(data));
        return withMac(cla | 0x04, ins, p1, p2, hidden, true);
    }

    /** A command whose data block is sent as it is, under a MAC that is right. */
    byte[] seal(int cla, int ins, int p1, int p2, byte[] hidden) {
        counter++;
        return withMac(cla | 0x04, ins, p1, p2, hidden, true);
    }

    /** What the card makes of data that decrypts to this, padding included. */
    byte[] sealUnpadded(int cla, int ins, int p1, int p2, byte[] blocks) {
        counter++;
        return withMac(cla | 0x04, ins, p1, p2, Keys.cbc(true, encryption, vector(0), blocks), true);
    }

    Answer unwrap(Answer answer) {
        if (!answer.isOk()) {
            if (answer.data().length != 0) {
                throw new AssertionError("an error with data");
            }
            return answer;
        }
        byte[] hidden = Arrays.copyOf(answer.data(), answer.data().length - 8);
        byte[] expected = Keys.cmac(responseMac, chain, hidden, new byte[] {(byte) 0x90, 0x00});
        if (!Arrays.equals(
                Arrays.copyOf(expected, 8), Arrays.copyOfRange(answer.data(), hidden.length, hidden.length + 8))) {
            throw new AssertionError("the card's R-MAC is wrong");
        }
        if (hidden.length == 0) {
            return new Answer(hidden, answer.status());
        }
        byte[] plain = Keys.cbc(false, encryption, vector(0x80), hidden);
        int end = plain.length - 1;
        while (plain[end] == 0) {
            end--;
        }
        if (plain[end] != (byte) 0x80) {
            throw new AssertionError("the card's padding is wrong");
        }
        return new Answer(Arrays.copyOf(plain, end), answer.status());
    }

    Answer storeData(int file, byte[] content) {
        Answer answer = null;
        int chunk = 237;
        for (int at = 0; at == 0 || at < content.length; at += chunk) {
            int end = Math.min(content.length, at + chunk);
            answer = store(file, at, Arrays.copyOfRange(content, at, end), end == content.length);
            if (!answer.isOk()) {
                return answer;
            }
        }
        return answer;
    }

    Answer store(int file, int at, byte[] chunk, boolean last) {
        byte[] data = ByteBuffer.allocate(2 + chunk.length)
                .putShort((short) at)
                .put(chunk)
                .array();
        return send(0x80, 0xE2, last ? file | 0x80 : file, 0x00, data);
    }

    Answer commit(int revision) {
        return send(0x80, 0xE4, 0, 0, ByteBuffer.allocate(4).putInt(revision).array());
    }

    Answer putKeys(Keys keys, byte[] order) {
        return send(0x80, 0xD8, keys.version(), 0, order);
    }

    Answer changeState(int operation) {
        return send(0x80, 0xF0, operation, 0);
    }

    byte[] read(int file, int length) {
        ByteBuffer content = ByteBuffer.allocate(length);
        while (content.hasRemaining()) {
            int at = content.position();
            content.put(
                    send(0x00, 0xB0, at == 0 ? 0x80 | file : at >> 8, at & 0xFF).require());
        }
        return content.array();
    }

    Answer visit(int number) {
        return send(0x00, 0xB2, number, 0x24);
    }

    static byte[] command(int cla, int ins, int p1, int p2, byte... data) {
        ByteBuffer command = ByteBuffer.allocate(data.length == 0 ? 5 : 6 + data.length)
                .put((byte) cla)
                .put((byte) ins)
                .put((byte) p1)
                .put((byte) p2);
        if (data.length > 0) {
            command.put((byte) data.length).put(data);
        }
        return command.array();
    }

    private byte[] withMac(int cla, int ins, int p1, int p2, byte[] data, boolean expecting) {
        byte[] head = {(byte) cla, (byte) ins, (byte) p1, (byte) p2, (byte) (data.length + 8)};
        chain = Keys.cmac(mac, chain, head, data);
        return ByteBuffer.allocate(head.length + data.length + (expecting ? 9 : 8))
                .put(head)
                .put(data)
                .put(chain, 0, 8)
                .array();
    }

    private byte[] derive(byte[] key, int constant, int bits) {
        byte[] head = ByteBuffer.allocate(16)
                .put(11, (byte) constant)
                .putShort(13, (short) bits)
                .put(15, (byte) 1)
                .array();
        return Arrays.copyOf(Keys.cmac(key, head, context), bits / 8);
    }

    private byte[] vector(int mark) {
        byte[] block =
                ByteBuffer.allocate(16).put(0, (byte) mark).putInt(12, counter).array();
        return Keys.cbc(true, encryption, new byte[16], block);
    }

    private static byte[] padded(byte[] data) {
        byte[] padded = Arrays.copyOf(data, (data.length / 16 + 1) * 16);
        padded[data.length] = (byte) 0x80;
        return padded;
    }
}
