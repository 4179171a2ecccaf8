package vn.tiepdon.simulator.card.citizen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.simulator.card.ScubaCard;
import vn.tiepdon.simulator.card.VirtualCard;

/** An independent reader: JMRTD as it comes, checking every MAC. */
final class Jmrtd {

    private final PassportService service;
    private final int block;

    Jmrtd(VirtualCard card) throws CardServiceException {
        this(card, PassportService.NORMAL_MAX_TRANCEIVE_LENGTH, false);
    }

    /**
     * Powers the card up.
     *
     * @param byShortId whether files are read by their short identifiers
     */
    Jmrtd(VirtualCard card, int longest, boolean byShortId) throws CardServiceException {
        card.reset();
        block = longest > 256 ? 1000 : PassportService.DEFAULT_MAX_BLOCKSIZE;
        service = new PassportService(new ScubaCard(card::transmit), longest, block, byShortId, true);
        service.open();
    }

    PassportService service() {
        return service;
    }

    void openByBac(AccessKey.Mrz key) throws CardServiceException {
        service.sendSelectApplet(false);
        service.doBAC(new BACKey(key.documentNumber(), key.birthDate(), key.expiryDate()));
    }

    void openByCan(AccessKey.Can key) throws Exception {
        openByPace(PACEKeySpec.createCANKey(key.digits()));
    }

    void openByMrz(AccessKey.Mrz key) throws Exception {
        openByPace(PACEKeySpec.createMRZKey(new BACKey(key.documentNumber(), key.birthDate(), key.expiryDate())));
    }

    private void openByPace(PACEKeySpec key) throws Exception {
        PACEInfo info = paceInfo();
        service.doPACE(key, info.getObjectIdentifier(), PACEInfo.toParameterSpec(info.getParameterId()), null);
        service.sendSelectApplet(true);
    }

    PACEInfo paceInfo() throws Exception {
        CardAccessFile file = new CardAccessFile(new ByteArrayInputStream(read(PassportService.EF_CARD_ACCESS)));
        return file.getSecurityInfos().stream()
                .filter(PACEInfo.class::isInstance)
                .map(PACEInfo.class::cast)
                .findFirst()
                .orElseThrow();
    }

    byte[] read(short file) throws CardServiceException, IOException {
        return service.getInputStream(file, block).readAllBytes();
    }

    /** Chip authentication as DG14 asks for it. */
    void authenticateChip() throws Exception {
        DG14File file = new DG14File(new ByteArrayInputStream(read(PassportService.EF_DG14)));
        String protocol = null;
        ChipAuthenticationPublicKeyInfo key = null;
        for (SecurityInfo info : file.getSecurityInfos()) {
            if (info instanceof ChipAuthenticationInfo chip) {
                protocol = chip.getObjectIdentifier();
            }
            if (info instanceof ChipAuthenticationPublicKeyInfo found) {
                key = found;
            }
        }
        PublicKey publicKey = key.getSubjectPublicKey();
        service.doEACCA(key.getKeyId(), protocol, key.getObjectIdentifier(), publicKey);
    }
}
