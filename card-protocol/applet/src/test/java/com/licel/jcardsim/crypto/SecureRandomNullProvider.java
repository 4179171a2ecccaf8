package com.licel.jcardsim.crypto;

import java.security.SecureRandom;

/**
 * Stands before jCardSim's own class of this name on the class path. That one (3.0.6.0) is never seeded: every simulated
 * card would make the same key pair, and sign with the same nonce.
 */
class SecureRandomNullProvider extends SecureRandom {

    private static final long serialVersionUID = 1L;
}
