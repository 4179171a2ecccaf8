package vn.tiepdon.card.transport;

/** SW1 SW2 after ISO/IEC 7816-4, 0 to FFFF. */
public record StatusWord(int value) {

    public static final StatusWord OK = new StatusWord(0x9000);

    public StatusWord {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("a status word has 16 bits");
        }
    }

    public boolean isOk() {
        return value == 0x9000;
    }

    public int sw1() {
        return value >> 8;
    }

    public int sw2() {
        return value & 0xFF;
    }

    @Override
    public String toString() {
        return "%04X".formatted(value);
    }
}
