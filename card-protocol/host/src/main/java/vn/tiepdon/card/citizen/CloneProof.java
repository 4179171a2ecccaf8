package vn.tiepdon.card.citizen;

import java.util.Map;
import java.util.Optional;
import vn.tiepdon.card.citizen.ChipReading.CloneCheck;
import vn.tiepdon.card.transport.TransportException;

/**
 * What a chip does to show that it is no copy: active authentication first, because chip authentication changes the keys
 * of the channel, and a chip that fails it is lost for anything else.
 *
 * @param channel to go on with
 */
record CloneProof(CloneCheck check, SecureChannel channel) {

    /** @throws ChipClonedException when the chip's files offer proofs and it gives none */
    static CloneProof ask(SecureChannel channel, boolean extendedLength, Map<ChipFile, byte[]> files, byte[] challenge)
            throws TransportException, ChannelLostException, MalformedChipFileException, ChipClonedException {
        Optional<byte[]> dg15 = Optional.ofNullable(files.get(ChipFile.DG15));
        Optional<byte[]> signature = dg15.isPresent()
                ? ActiveAuthenticationCommand.sign(channel, extendedLength, dg15.get(), challenge)
                : Optional.empty();
        byte[] dg14 = files.get(ChipFile.DG14);
        Optional<ChipAuthentication> offer = dg14 == null ? Optional.empty() : ChipAuthentication.offeredBy(dg14);
        CloneProof proof = new CloneProof(new CloneCheck(false, signature), channel);
        if (offer.isPresent()) {
            ChipAuthentication.Result result = offer.get().run(channel);
            proof = new CloneProof(new CloneCheck(result.proven(), signature), result.channel());
        }
        boolean offered = dg15.isPresent() || offer.isPresent();
        if (offered && signature.isEmpty() && !proof.check().chipAuthenticated()) {
            throw new ChipClonedException("the chip offers proofs and gives none");
        }
        return proof;
    }
}
