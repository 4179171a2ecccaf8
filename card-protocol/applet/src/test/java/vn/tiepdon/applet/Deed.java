package vn.tiepdon.applet;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Something that is done to a card in use, in several commands, of which the last one counts.
 *
 * @param after what the card holds once it is done
 */
record Deed(String name, CardModel after, Consumer<SimulatedCard> run) {

    static Deed write(CardModel card, Random random) {
        byte[] emergency = random.nextBoolean() ? bytes(random, 1024) : null;
        byte[] medication = random.nextBoolean() ? bytes(random, 1536) : null;
        byte[] visit = random.nextBoolean() ? bytes(random, 192) : null;
        CardModel after = card.committed(emergency, medication, visit);
        return new Deed("write", after, target -> {
            Terminal terminal = Terminal.open(target, card.keys(2));
            byte[][] records = {null, null, emergency, medication, visit};
            for (int file = 2; file <= 4; file++) {
                if (records[file] != null) {
                    terminal.storeData(file, records[file]).require();
                }
            }
            terminal.commit(after.revision()).require();
        });
    }

    static Deed putKeys(CardModel card, int role) {
        CardModel after = card.withKeys(role, card.generations()[role] + 1);
        return new Deed("new keys for role " + role, after, target -> {
            Keys keys = after.keys(role);
            Terminal.open(target, card.keys(2))
                    .putKeys(keys, keys.orderFor(SimulatedCard.SERIAL, card.keys(3)))
                    .require();
        });
    }

    static Deed become(CardModel card, int operation, int state) {
        return new Deed("state %02X".formatted(state), card.in(state), target -> Terminal.open(target, card.keys(3))
                .changeState(operation)
                .require());
    }

    /** One that fits the card's state. */
    static Deed any(CardModel card, Random random) {
        if (card.state() == CardFace.BLOCKED) {
            return become(card, Issued.UNBLOCK, CardFace.ACTIVE);
        }
        int role = 1 + random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0 -> become(card, Issued.BLOCK, CardFace.BLOCKED);
            case 1 -> become(card, Issued.ACTIVATE, CardFace.ACTIVE);
            case 2, 3 -> card.generations()[role] < 15 ? putKeys(card, role) : write(card, random);
            default -> write(card, random);
        };
    }

    private static byte[] bytes(Random random, int atMost) {
        byte[] bytes = new byte[1 + random.nextInt(atMost)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
