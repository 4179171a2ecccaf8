package vn.tiepdon.simulator.card;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.transport.TransportException;

/**
 * A forger's copy of a patient card: it says whatever the genuine one says to everybody, and signs with a key of its own,
 * because the genuine one does not leave its chip. It has none of the card's other keys either.
 */
public final class CopiedPatientCard implements VirtualCard {

    private static final byte[] LABEL = "TDAUTH01".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DONE = HexFormat.of().parseHex("9000");
    private static final byte[] NO_SUCH_KEY_SET = HexFormat.of().parseHex("6A88");
    private static final int INTERNAL_AUTHENTICATE = 0x88;
    private static final int INITIALIZE_UPDATE = 0x50;
    private static final int DATA = 5;
    private static final int CHALLENGE = 32;

    private final VirtualPatientCard genuine;
    private final CardId id;
    private final KeyPair keys = newKeys();

    private CopiedPatientCard(VirtualPatientCard genuine, CardId id) {
        this.genuine = genuine;
        this.id = id;
    }

    /** @param genuine has been in the forger's hands for a moment */
    public static CopiedPatientCard of(VirtualPatientCard genuine) throws TransportException, PatientCardException {
        CardId id = new PatientCardReader().read(genuine.transport()).claimed().cardId();
        genuine.reset();
        return new CopiedPatientCard(genuine, id);
    }

    @Override
    public byte[] atr() {
        return genuine.atr();
    }

    @Override
    public byte[] transmit(byte[] commandApdu) {
        return switch (commandApdu[1] & 0xFF) {
            case INTERNAL_AUTHENTICATE -> sign(Arrays.copyOfRange(commandApdu, DATA, DATA + CHALLENGE));
            case INITIALIZE_UPDATE -> NO_SUCH_KEY_SET.clone();
            default -> genuine.transmit(commandApdu);
        };
    }

    private byte[] sign(byte[] challenge) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(LABEL);
            signature.update(id.bytes());
            signature.update(challenge);
            byte[] signed = signature.sign();
            return ByteBuffer.allocate(signed.length + DONE.length)
                    .put(signed)
                    .put(DONE)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void reset() {
        genuine.reset();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
