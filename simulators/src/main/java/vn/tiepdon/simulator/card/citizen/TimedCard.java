package vn.tiepdon.simulator.card.citizen;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import vn.tiepdon.simulator.card.VirtualCard;

/** A card that takes as long as {@link CardTiming} says, for real or in its books alone. */
public final class TimedCard implements VirtualCard {

    private final VirtualCard card;
    private final IntSupplier cryptoSteps;
    private final CardTiming timing;
    private final Consumer<Duration> wait;
    private Duration elapsed = Duration.ZERO;
    private int commands;

    private TimedCard(VirtualCard card, IntSupplier cryptoSteps, CardTiming timing, Consumer<Duration> wait) {
        this.card = card;
        this.cryptoSteps = cryptoSteps;
        this.timing = timing;
        this.wait = wait;
    }

    /** Adds the time up and waits for nothing. */
    public static TimedCard counting(VirtualCitizenCard card, CardTiming timing) {
        return new TimedCard(card, card::cryptoSteps, timing, time -> {});
    }

    /** Really takes that long. */
    public static TimedCard sleeping(VirtualCitizenCard card, CardTiming timing) {
        return new TimedCard(card, card::cryptoSteps, timing, TimedCard::sleep);
    }

    private static void sleep(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public synchronized byte[] transmit(byte[] commandApdu) {
        int before = cryptoSteps.getAsInt();
        byte[] answer = card.transmit(commandApdu);
        Duration time = timing.of(commandApdu.length, answer.length, cryptoSteps.getAsInt() - before);
        elapsed = elapsed.plus(time);
        commands++;
        wait.accept(time);
        return answer;
    }

    @Override
    public void reset() {
        card.reset();
    }

    /** @return what all commands so far took, or would have taken */
    public synchronized Duration elapsed() {
        return elapsed;
    }

    /** @return how many commands there were */
    public synchronized int commands() {
        return commands;
    }
}
