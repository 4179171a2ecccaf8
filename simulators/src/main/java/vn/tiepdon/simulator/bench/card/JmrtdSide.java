package vn.tiepdon.simulator.bench.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG15File;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.simulator.card.ScubaCard;
import vn.tiepdon.simulator.card.citizen.Citizen;

/**
 * JMRTD in the way that its documentation shows: the default lengths, each file selected and read as a stream, every
 * MAC checked. It is told how the card opens.
 */
final class JmrtdSide implements Side {

    private static final List<ChipFile> TEXT =
            List.of(ChipFile.DG1, ChipFile.DG13, ChipFile.SOD, ChipFile.DG14, ChipFile.DG15);
    private static final byte[] CHALLENGE = new byte[8];

    @Override
    public String metric() {
        return "jmrtd";
    }

    @Override
    public Map<ChipFile, byte[]> read(Tape card, Citizen citizen, Way way, boolean photo) throws Exception {
        PassportService service = new PassportService(
                new ScubaCard(card),
                PassportService.NORMAL_MAX_TRANCEIVE_LENGTH,
                PassportService.DEFAULT_MAX_BLOCKSIZE,
                false,
                true);
        service.open();
        if (way == Way.BAC) {
            openByBac(service, citizen.mrz());
        } else {
            openByPace(service, citizen.can());
        }
        Map<ChipFile, byte[]> files = new EnumMap<>(ChipFile.class);
        for (ChipFile file : TEXT) {
            files.put(file, file(service, file));
        }
        prove(service, files);
        if (photo) {
            files.put(ChipFile.DG2, file(service, ChipFile.DG2));
        }
        return files;
    }

    private static void openByBac(PassportService service, AccessKey.Mrz key) throws CardServiceException {
        service.sendSelectApplet(false);
        service.doBAC(new BACKey(key.documentNumber(), key.birthDate(), key.expiryDate()));
    }

    private static void openByPace(PassportService service, AccessKey.Can key)
            throws CardServiceException, IOException {
        PACEInfo pace = first(
                new CardAccessFile(new ByteArrayInputStream(file(service, ChipFile.CARD_ACCESS))).getSecurityInfos(),
                PACEInfo.class);
        service.doPACE(
                PACEKeySpec.createCANKey(key.digits()),
                pace.getObjectIdentifier(),
                PACEInfo.toParameterSpec(pace.getParameterId()),
                pace.getParameterId());
        service.sendSelectApplet(true);
    }

    private static void prove(PassportService service, Map<ChipFile, byte[]> files)
            throws CardServiceException, IOException {
        DG15File dg15 = new DG15File(new ByteArrayInputStream(files.get(ChipFile.DG15)));
        service.doAA(dg15.getPublicKey(), "SHA-256", "SHA256WithECDSA", CHALLENGE);
    }

    private static <T extends SecurityInfo> T first(Iterable<SecurityInfo> infos, Class<T> kind) {
        for (SecurityInfo info : infos) {
            if (kind.isInstance(info)) {
                return kind.cast(info);
            }
        }
        throw new IllegalStateException("the card offers no " + kind.getSimpleName());
    }

    private static byte[] file(PassportService service, ChipFile file) throws CardServiceException, IOException {
        return service.getInputStream((short) file.fileId(), PassportService.DEFAULT_MAX_BLOCKSIZE)
                .readAllBytes();
    }
}
