package vn.tiepdon.server.citizen;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;
import vn.tiepdon.card.citizen.trust.ActiveAuthentication;
import vn.tiepdon.card.citizen.trust.PassiveAuthentication;
import vn.tiepdon.card.citizen.trust.SecurityInfos;

/**
 * The files of one chip as a kiosk sent them, within bounds.
 *
 * @param files those that came
 */
record PresentedChip(Presentation.CitizenChip shown, Map<ChipFile, byte[]> files) {

    /** Together, as Base64, they fit the longest request there is. */
    private static final Map<ChipFile, Integer> LONGEST = Map.of(
            ChipFile.DG1, 512,
            ChipFile.DG13, 8 * 1024,
            ChipFile.SOD, 24 * 1024,
            ChipFile.DG14, 4 * 1024,
            ChipFile.DG15, 4 * 1024);

    /** RSA 8192. */
    private static final int LONGEST_SIGNATURE = 1024;

    /** @throws MalformedChipFileException when one is missing that must be there, or is too long */
    static PresentedChip of(Presentation.CitizenChip shown) throws MalformedChipFileException {
        Map<ChipFile, byte[]> files = new EnumMap<>(ChipFile.class);
        add(files, ChipFile.DG1, shown.dg1(), true);
        add(files, ChipFile.DG13, shown.dg13(), true);
        add(files, ChipFile.SOD, shown.sod(), true);
        add(files, ChipFile.DG14, shown.dg14(), false);
        add(files, ChipFile.DG15, shown.dg15(), false);
        Presentation.CardProof proof = shown.proof();
        boolean complete = proof != null
                && proof.at() != null
                && proof.nonce() != null
                && proof.nonce().length == ChipChallenge.NONCE_LENGTH
                && (proof.signature() == null || proof.signature().length <= LONGEST_SIGNATURE);
        if (!complete) {
            throw new MalformedChipFileException(ChipFile.DG15, "no proof");
        }
        return new PresentedChip(shown, files);
    }

    private static void add(Map<ChipFile, byte[]> files, ChipFile file, byte[] content, boolean required)
            throws MalformedChipFileException {
        if (content == null && required) {
            throw new MalformedChipFileException(file, "missing");
        }
        if (content != null && content.length > LONGEST.get(file)) {
            throw new MalformedChipFileException(file, content.length + " bytes");
        }
        if (content != null) {
            files.put(file, content);
        }
    }

    /**
     * Means nothing before passive authentication has passed the files. A group that was signed must have come: a copy
     * would rather say that it has no key.
     *
     * @param device whose challenge the chip answered
     * @return false when the chip has nothing to show it with
     * @throws ChipClonedException when it has, and did not
     */
    boolean showsThatItIsNoCopy(String device)
            throws ChipClonedException, MalformedChipFileException, AlgorithmUnsupportedException {
        Set<Integer> signed = PassiveAuthentication.signedGroups(files.get(ChipFile.SOD));
        for (ChipFile key : Set.of(ChipFile.DG14, ChipFile.DG15)) {
            if (signed.contains(key.dataGroup()) && !files.containsKey(key)) {
                throw new ChipClonedException(key + " was signed and did not come");
            }
        }
        Optional<byte[]> dg14 = Optional.ofNullable(files.get(ChipFile.DG14));
        if (files.containsKey(ChipFile.DG15)) {
            answered(device, dg14);
            return true;
        }
        boolean hasKey = dg14.isPresent() && SecurityInfos.parse(dg14.get()).chipAuthentication();
        if (hasKey && !shown.chipAuthenticated()) {
            throw new ChipClonedException("no chip authentication, although there is a key for it");
        }
        return hasKey;
    }

    private void answered(String device, Optional<byte[]> dg14)
            throws ChipClonedException, MalformedChipFileException, AlgorithmUnsupportedException {
        Presentation.CardProof proof = shown.proof();
        if (proof.signature() == null) {
            throw new ChipClonedException("no active authentication, although there is a key for it");
        }
        byte[] challenge = ChipChallenge.of(device, proof.at(), proof.nonce());
        ActiveAuthentication.verify(files.get(ChipFile.DG15), dg14, challenge, proof.signature());
    }

    @Override
    public String toString() {
        return "PresentedChip" + files.keySet();
    }
}
