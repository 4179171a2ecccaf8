package vn.tiepdon.applet;

/** A card that can lose its power in the middle of a write. */
final class TornCard extends SimulatedCard {

    private final Power power;

    private TornCard(Power power) {
        super(TearingLoader.applet(), SERIAL, Keys.TRANSPORT);
        this.power = power;
    }

    static TornCard blank(long seed) {
        Power power = new Power(seed);
        power.on();
        return new TornCard(power);
    }

    Power power() {
        return power;
    }

    /** Power is back. */
    void putBack() {
        power.restore();
        pullAndPutBack();
    }

    /** @throws PowerLost when the card left on the way; then there is no answer */
    @Override
    public byte[] transmit(byte[] commandApdu) {
        power.on();
        byte[] answer = super.transmit(commandApdu);
        if (power.isLost()) {
            throw new PowerLost();
        }
        return answer;
    }
}
