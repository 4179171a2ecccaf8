package vn.tiepdon.card.patientcard.channel;

import java.io.ByteArrayOutputStream;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Mac;

/** A {@link MasterKey} as the pseudorandom function of Bouncy Castle's key derivation. */
final class MasterKeyMac implements Mac {

    private final MasterKey master;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    MasterKeyMac(MasterKey master) {
        this.master = master;
    }

    @Override
    public void init(CipherParameters key) {
        // The master key is in its place already; what comes here is the empty one of KeyDerivation.
        reset();
    }

    @Override
    public String getAlgorithmName() {
        return "AES-CMAC";
    }

    @Override
    public int getMacSize() {
        return Cmac.LENGTH;
    }

    @Override
    public void update(byte in) {
        message.write(in);
    }

    @Override
    public void update(byte[] in, int offset, int length) {
        message.write(in, offset, length);
    }

    @Override
    public int doFinal(byte[] out, int offset) {
        byte[] value = master.cmac(message.toByteArray());
        System.arraycopy(value, 0, out, offset, Cmac.LENGTH);
        reset();
        return Cmac.LENGTH;
    }

    @Override
    public void reset() {
        message.reset();
    }
}
