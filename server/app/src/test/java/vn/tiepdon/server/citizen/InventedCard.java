package vn.tiepdon.server.citizen;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipFiles;
import vn.tiepdon.card.citizen.trust.TestChipKey;
import vn.tiepdon.card.citizen.trust.TestSigner;

/** A chip ID card of somebody who does not exist, and what a kiosk sends of it. */
record InventedCard(TestChipKey key, Map<ChipFile, byte[]> files) {

    static final String NUMBER = "001190000123";
    static final String OLD_NUMBER = "012345678";
    static final String NAME = "Nguyễn Thị Mẫu";
    static final String BIRTH = "1990-01-15";

    private static final String ZONE = ChipFiles.zone(NUMBER, "900115", 'F', "300115");

    /** The usual one: active authentication with an EC key. */
    static InventedCard signedBy(TestSigner signer) {
        return saying(signer, ChipFiles.texts());
    }

    static InventedCard saying(TestSigner signer, Map<Integer, String> dg13) {
        TestChipKey key = TestChipKey.ec();
        Map<ChipFile, byte[]> files = holder(ZONE, dg13);
        files.put(ChipFile.DG14, key.dg14());
        files.put(ChipFile.DG15, key.dg15());
        return new InventedCard(key, files).signed(signer);
    }

    static InventedCard ofCountry(TestSigner signer, String country) {
        InventedCard card = signedBy(signer);
        card.files.put(ChipFile.DG1, ChipFiles.dg1(ChipFiles.zone(country, NUMBER, "900115", 'F', "300115")));
        return card.signed(signer);
    }

    /** No DG15; DG14 has a key for chip authentication. */
    static InventedCard withChipAuthenticationOnly(TestSigner signer) {
        TestChipKey key = TestChipKey.ec();
        Map<ChipFile, byte[]> files = holder(ZONE, ChipFiles.texts());
        files.put(ChipFile.DG14, key.dg14WithChipAuthentication());
        return new InventedCard(key, files).signed(signer);
    }

    /** Neither DG14 nor DG15. */
    static InventedCard withoutKeys(TestSigner signer) {
        return new InventedCard(TestChipKey.ec(), holder(ZONE, ChipFiles.texts())).signed(signer);
    }

    private static Map<ChipFile, byte[]> holder(String zone, Map<Integer, String> dg13) {
        Map<ChipFile, byte[]> files = new EnumMap<>(ChipFile.class);
        files.put(ChipFile.DG1, ChipFiles.dg1(zone));
        files.put(ChipFile.DG13, ChipFiles.dg13(dg13));
        return files;
    }

    private InventedCard signed(TestSigner signer) {
        files.remove(ChipFile.SOD);
        files.put(ChipFile.SOD, signer.sign(files));
        return this;
    }

    InventedCard with(ChipFile file, byte[] content) {
        Map<ChipFile, byte[]> changed = new EnumMap<>(files);
        changed.put(file, content);
        return new InventedCard(key, changed);
    }

    InventedCard without(ChipFile file) {
        Map<ChipFile, byte[]> changed = new EnumMap<>(files);
        changed.remove(file);
        return new InventedCard(key, changed);
    }

    /** The same files in a chip with a key of its own. */
    InventedCard copied() {
        return new InventedCard(TestChipKey.ec(), files);
    }

    Presentation.CitizenChip shownTo(String device) {
        return shownTo(device, Instant.now(), consent(Instant.now()));
    }

    Presentation.CitizenChip shownTo(String device, Instant at, Presentation.ChipConsent consent) {
        byte[] nonce = new byte[ChipChallenge.NONCE_LENGTH];
        new Random().nextBytes(nonce);
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        byte[] answer = files.containsKey(ChipFile.DG15) ? key.answer(ChipChallenge.of(device, millis, nonce)) : null;
        return shown(false, new Presentation.CardProof(millis, nonce, answer), consent);
    }

    /** What a kiosk sends that has made the chip authenticate itself. */
    Presentation.CitizenChip authenticatedBy(String device) {
        Presentation.CitizenChip shown = shownTo(device);
        return shown(true, shown.proof(), shown.consent());
    }

    Presentation.CitizenChip shown(
            boolean authenticated, Presentation.CardProof proof, Presentation.ChipConsent consent) {
        return new Presentation.CitizenChip(
                files.get(ChipFile.DG1),
                files.get(ChipFile.DG13),
                files.get(ChipFile.SOD),
                files.get(ChipFile.DG14),
                files.get(ChipFile.DG15),
                authenticated,
                proof,
                consent);
    }

    static Presentation.ChipConsent consent(Instant at) {
        return new Presentation.ChipConsent("2026-11", "vi", at);
    }
}
