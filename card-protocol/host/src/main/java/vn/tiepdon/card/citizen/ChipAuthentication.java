package vn.tiepdon.card.citizen;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.interfaces.DHPublicKey;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.protocol.EACCAAPDUSender;
import org.jmrtd.protocol.EACCAProtocol;
import vn.tiepdon.card.transport.MalformedResponseException;
import vn.tiepdon.card.transport.TransportException;

/**
 * Chip authentication (ICAO Doc 9303 part 11, 6.2), as DG14 offers it: the chip agrees on new keys with the private half
 * of a key that DG14 names. Only an answer under the new keys shows that it did.
 *
 * @param protocol the oid of key agreement and cipher; null leaves it to be told from the key
 * @param keyId null when DG14 names one key only
 */
record ChipAuthentication(String protocol, BigInteger keyId, String keyType, PublicKey key) {

    /** Bigger keys are no chip's; they only cost time. */
    private static final int MAX_DH_BITS = 4096;

    private static final int MAX_EC_BITS = 521;
    private static final int SHORT_ANSWER = 256;
    private static final CommandAPDU ANY_COMMAND = new CommandAPDU(0x00, 0xB0, 0x00, 0x00, 1);

    static Optional<ChipAuthentication> offeredBy(byte[] dg14) throws MalformedChipFileException {
        Ber file = new Ber(ChipFile.DG14, dg14);
        List<SecurityInfo> infos = PaceOffer.securityInfos(file.value(ChipFile.DG14.tag()));
        return infos.stream()
                .filter(ChipAuthenticationPublicKeyInfo.class::isInstance)
                .map(ChipAuthenticationPublicKeyInfo.class::cast)
                .filter(info -> isUsable(info.getSubjectPublicKey()))
                .findFirst()
                .map(info -> new ChipAuthentication(
                        protocolFor(info.getKeyId(), infos),
                        info.getKeyId(),
                        info.getObjectIdentifier(),
                        info.getSubjectPublicKey()));
    }

    private static boolean isUsable(PublicKey key) {
        return key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() <= MAX_EC_BITS
                || key instanceof DHPublicKey dh && dh.getParams().getP().bitLength() <= MAX_DH_BITS;
    }

    private static String protocolFor(BigInteger keyId, List<SecurityInfo> infos) {
        return infos.stream()
                .filter(ChipAuthenticationInfo.class::isInstance)
                .map(ChipAuthenticationInfo.class::cast)
                .filter(info -> Objects.equals(keyId, info.getKeyId()))
                .map(ChipAuthenticationInfo::getObjectIdentifier)
                .findFirst()
                .orElse(null);
    }

    /** @return to go on with; empty when the chip refused, or agreed and then did not know the new keys */
    Optional<SecureChannel> run(SecureChannel channel) throws TransportException {
        CardLink link = channel.link();
        SecureChannel renewed;
        try {
            renewed = new SecureChannel(
                    link,
                    new EACCAProtocol(new EACCAAPDUSender(link), channel.wrapper(), SHORT_ANSWER, true)
                            .doCA(keyId, protocol, keyType, key)
                            .getWrapper());
        } catch (CardServiceException | RuntimeException e) {
            link.rethrow();
            return Optional.empty();
        }
        try {
            renewed.transmit("READ BINARY", ANY_COMMAND);
            return Optional.of(renewed);
        } catch (MalformedResponseException | ChannelLostException e) {
            return Optional.empty();
        }
    }
}
