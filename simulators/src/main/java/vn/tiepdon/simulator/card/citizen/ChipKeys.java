package vn.tiepdon.simulator.card.citizen;

import java.util.Set;

/** The two secrets that make a chip itself: for chip authentication and for active authentication. */
record ChipKeys(EcKey agreement, ActiveKey signature) {

    static ChipKeys random(Set<Quirk> quirks, Randoms randoms) {
        ActiveKey signature = quirks.contains(Quirk.ACTIVE_AUTHENTICATION_RSA)
                ? RsaActiveKey.random(randoms)
                : new EcActiveKey(EcKey.random(Curve.NIST_P256, randoms), quirks.contains(Quirk.EXPLICIT_CURVES));
        return new ChipKeys(EcKey.random(Curve.BRAINPOOL_P256R1, randoms), signature);
    }
}
