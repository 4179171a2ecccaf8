package vn.tiepdon.card.citizen.trust;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;
import vn.tiepdon.card.citizen.trust.Authenticity.NotProven;
import vn.tiepdon.card.citizen.trust.Authenticity.Reason;

/** Whether a chip's files are what Vietnam signed (ICAO Doc 9303 part 11, 5.1). */
public final class PassiveAuthentication {

    private PassiveAuthentication() {}

    /**
     * Every data group among the files must have been signed; what was signed but is not among them is not missed.
     *
     * @param files whole, tag and length included, the SOD among them; EF.CardAccess is signed by nobody and passed over
     * @param now when the file itself does not say when it was signed
     * @throws ChipAlteredException when a group or the SOD itself is not what its signer signed
     * @throws MalformedChipFileException when there is no SOD, or none that can be understood
     * @throws AlgorithmUnsupportedException for hashes and signatures other than SHA-256 to SHA-512, RSA and ECDSA
     */
    public static Authenticity check(Map<ChipFile, byte[]> files, CscaStore store, Instant now)
            throws ChipAlteredException, MalformedChipFileException, AlgorithmUnsupportedException {
        byte[] sod = files.get(ChipFile.SOD);
        if (sod == null) {
            throw new MalformedChipFileException(ChipFile.SOD, "none");
        }
        SecurityObject object = SecurityObject.parse(sod);
        object.hashes().require(files);
        object.requireSigned();
        if (store.isEmpty()) {
            return new NotProven(Reason.NO_CSCA);
        }
        // A time still to come is somebody's wrong clock, and must not make a certificate valid that is not yet.
        Instant judged = object.signedAt().filter(it -> it.isBefore(now)).orElse(now);
        return new SignerChains(store).judge(object.certificate(), judged);
    }

    /**
     * Which data groups the issuer has signed, 1 to 16: what is missing among the files although the card was made with
     * it, {@link #check} does not tell. Means nothing before that has passed.
     *
     * @param sod the whole file
     */
    public static Set<Integer> signedGroups(byte[] sod)
            throws MalformedChipFileException, AlgorithmUnsupportedException {
        return Set.copyOf(SecurityObject.parse(sod).hashes().byGroup().keySet());
    }
}
