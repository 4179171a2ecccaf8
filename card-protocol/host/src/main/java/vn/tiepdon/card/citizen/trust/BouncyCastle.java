package vn.tiepdon.card.citizen.trust;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The provider for everything here. The JDK's own knows neither Brainpool curves nor keys that spell out their curve,
 * and both are common in documents. It is never registered: the rest of the process keeps the JDK's.
 */
final class BouncyCastle {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
