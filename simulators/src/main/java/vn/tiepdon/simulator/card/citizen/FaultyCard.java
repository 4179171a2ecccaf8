package vn.tiepdon.simulator.card.citizen;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import vn.tiepdon.simulator.card.VirtualCard;

/** A card whose answers go wrong, always in the same way for the same seed. */
public final class FaultyCard implements VirtualCard {

    private static final int LONGEST_GARBAGE = 300;
    private static final int THOUSAND = 1000;
    private static final Fault[] FAULTS = Fault.values();

    private final VirtualCard card;
    private final Random random;
    private final Supplier<Optional<Fault>> next;
    private boolean silent;
    private int faults;
    private int commands;

    private FaultyCard(VirtualCard card, long seed, int perThousand) {
        this.card = card;
        this.random = new Random(seed);
        this.next = () -> random.nextInt(THOUSAND) < perThousand
                ? Optional.of(FAULTS[random.nextInt(FAULTS.length)])
                : Optional.empty();
    }

    private FaultyCard(VirtualCard card, long seed, Fault fault, int command) {
        this.card = card;
        this.random = new Random(seed);
        this.next = () -> commands == command ? Optional.of(fault) : Optional.empty();
    }

    /** @param perThousand how many answers out of a thousand go wrong */
    public static FaultyCard often(VirtualCard card, long seed, int perThousand) {
        return new FaultyCard(card, seed, perThousand);
    }

    /** @param command the only one that goes wrong, from 1 */
    public static FaultyCard once(VirtualCard card, long seed, Fault fault, int command) {
        return new FaultyCard(card, seed, fault, command);
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public synchronized byte[] transmit(byte[] commandApdu) {
        commands++;
        if (silent) {
            return new byte[0];
        }
        Optional<Fault> fault = next.get();
        faults += fault.isPresent() ? 1 : 0;
        return fault.isPresent() ? spoil(fault.get(), commandApdu) : card.transmit(commandApdu);
    }

    private byte[] spoil(Fault fault, byte[] commandApdu) {
        return switch (fault) {
            case BIT_ERROR -> flipBit(card.transmit(commandApdu));
            case TRUNCATED -> truncate(card.transmit(commandApdu));
            case WRONG_LENGTH -> new byte[] {0x6C, (byte) random.nextInt(0x100)};
            case GIVES_UP -> new byte[] {0x6F, 0x00};
            case GARBAGE -> garbage();
            case SILENCE -> {
                silent = true;
                yield new byte[0];
            }
        };
    }

    private byte[] flipBit(byte[] answer) {
        int bit = random.nextInt(answer.length * Byte.SIZE);
        answer[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return answer;
    }

    private byte[] truncate(byte[] answer) {
        return Arrays.copyOf(answer, random.nextInt(answer.length));
    }

    private byte[] garbage() {
        byte[] bytes = new byte[random.nextInt(LONGEST_GARBAGE) + 1];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public synchronized void reset() {
        silent = false;
        card.reset();
    }

    /** @return how many answers have gone wrong */
    public synchronized int faults() {
        return faults;
    }
}
