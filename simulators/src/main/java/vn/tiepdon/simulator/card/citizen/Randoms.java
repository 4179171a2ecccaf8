package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;

/** Where the card takes its random numbers from; the worked examples of Doc 9303 give them. */
interface Randoms {

    byte[] bytes(int count);

    /** @return 1 to {@code order} - 1 */
    BigInteger scalar(BigInteger order);

    /** Real ones. */
    static Randoms secure() {
        SecureRandom random = new SecureRandom();
        return new Randoms() {
            @Override
            public byte[] bytes(int count) {
                byte[] bytes = new byte[count];
                random.nextBytes(bytes);
                return bytes;
            }

            @Override
            public BigInteger scalar(BigInteger order) {
                return BigIntegers.createRandomInRange(BigInteger.ONE, order.subtract(BigInteger.ONE), random);
            }
        };
    }
}
