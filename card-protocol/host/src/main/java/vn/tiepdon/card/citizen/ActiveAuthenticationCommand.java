package vn.tiepdon.card.citizen;

import java.io.IOException;
import java.util.Optional;
import net.sf.scuba.smartcards.CommandAPDU;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import vn.tiepdon.card.transport.ResponseApdu;
import vn.tiepdon.card.transport.TransportException;

/** INTERNAL AUTHENTICATE (ICAO Doc 9303 part 11, 6.1): has the chip sign a challenge with the private half of DG15. */
final class ActiveAuthenticationCommand {

    private static final int INTERNAL_AUTHENTICATE = 0x88;
    private static final int ANY_LENGTH = 256;

    private ActiveAuthenticationCommand() {}

    /** @return the chip's signature; empty when it refuses */
    static Optional<byte[]> sign(SecureChannel channel, boolean extendedLength, byte[] dg15, byte[] challenge)
            throws TransportException, ChannelLostException, MalformedChipFileException {
        CommandAPDU command = new CommandAPDU(0x00, INTERNAL_AUTHENTICATE, 0x00, 0x00, challenge, ANY_LENGTH);
        ResponseApdu answer = extendedLength && signsWithRsa(dg15)
                ? channel.transmitForLongAnswer("INTERNAL AUTHENTICATE", command)
                : channel.transmit("INTERNAL AUTHENTICATE", command);
        return answer.isOk() && answer.data().length > 0 ? Optional.of(answer.data()) : Optional.empty();
    }

    /** Only those signatures outgrow a short answer, from 2048 bits on. */
    private static boolean signsWithRsa(byte[] dg15) throws MalformedChipFileException {
        Ber file = new Ber(ChipFile.DG15, dg15);
        try {
            return SubjectPublicKeyInfo.getInstance(ASN1Primitive.fromByteArray(file.value(ChipFile.DG15.tag())))
                    .getAlgorithm()
                    .getAlgorithm()
                    .equals(PKCSObjectIdentifiers.rsaEncryption);
        } catch (IOException | RuntimeException e) {
            throw file.malformed("no public key");
        }
    }
}
