package vn.tiepdon.card.citizen;

import java.util.Map;
import java.util.Optional;
import vn.tiepdon.card.citizen.ChipReading.CloneCheck;
import vn.tiepdon.card.transport.TransportException;

/**
 * What a chip does to show that it is no copy. One proof is enough (ICAO Doc 9303 part 11, table 1: both promise the
 * same), and where a chip offers two it is asked for active authentication: its answer convinces the server, which for
 * chip authentication would have to take the kiosk's word.
 *
 * @param channel to go on with
 */
record CloneProof(CloneCheck check, SecureChannel channel) {

    private static final CloneCheck NONE_OFFERED = new CloneCheck(false, Optional.empty());
    private static final CloneCheck AGREED = new CloneCheck(true, Optional.empty());

    /** @throws ChipClonedException when the chip's files offer a proof and it does not give it */
    static CloneProof ask(SecureChannel channel, boolean extendedLength, Map<ChipFile, byte[]> files, byte[] challenge)
            throws TransportException, ChannelLostException, MalformedChipFileException, ChipClonedException {
        byte[] dg15 = files.get(ChipFile.DG15);
        if (dg15 != null) {
            byte[] signature = ActiveAuthenticationCommand.sign(channel, extendedLength, dg15, challenge)
                    .orElseThrow(
                            () -> new ChipClonedException("the chip does not sign, although DG15 says that it can"));
            return new CloneProof(new CloneCheck(false, Optional.of(signature)), channel);
        }
        byte[] dg14 = files.get(ChipFile.DG14);
        Optional<ChipAuthentication> offer = dg14 == null ? Optional.empty() : ChipAuthentication.offeredBy(dg14);
        if (offer.isEmpty()) {
            return new CloneProof(NONE_OFFERED, channel);
        }
        SecureChannel renewed = offer.get()
                .run(channel)
                .orElseThrow(() -> new ChipClonedException("the chip does not have the key that DG14 names"));
        return new CloneProof(AGREED, renewed);
    }
}
