package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** Gives the random numbers that a worked example gave. */
final class ScriptedRandoms implements Randoms {

    private final Deque<byte[]> script = new ArrayDeque<>();

    ScriptedRandoms(String... hex) {
        List.of(hex).forEach(each -> script.add(HexFormat.of().parseHex(each)));
    }

    @Override
    public byte[] bytes(int count) {
        byte[] next = script.remove();
        if (next.length != count) {
            throw new IllegalStateException("the example has another length here");
        }
        return next;
    }

    @Override
    public BigInteger scalar(BigInteger order) {
        return new BigInteger(1, script.remove());
    }
}
