package vn.tiepdon.kiosk.device.card;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.ChipReading;
import vn.tiepdon.card.citizen.CitizenChipException;
import vn.tiepdon.card.citizen.KeyCandidates;
import vn.tiepdon.card.citizen.ReadingProgress;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.kiosk.device.ChipAccess;

/** From the chip of an ID card to what the server is shown. Who vouches for the chip is for the server to judge. */
final class CitizenReading {

    private static final int CAN_BEGINS = 6;

    private final SecureRandom random = new SecureRandom();
    private final Supplier<Instant> serverTime;

    CitizenReading(Supplier<Instant> serverTime) {
        this.serverTime = serverTime;
    }

    Instant now() {
        return serverTime.get().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws OtherPersonException when the chip does not hold the number that {@code access} names */
    Presentation.CitizenChip read(
            Transport card,
            ChipAccess access,
            Presentation.ChipConsent consent,
            KioskConfiguration house,
            ReadingProgress progress)
            throws TransportException, CitizenChipException, OtherPersonException {
        Instant at = now();
        byte[] nonce = new byte[ChipChallenge.NONCE_LENGTH];
        random.nextBytes(nonce);
        List<AccessKey> keys = keys(access, LocalDate.ofInstant(at, ZoneId.of(house.zone())));
        ChipReading read = new ChipReader(progress).read(card, keys, ChipChallenge.of(house.deviceId(), at, nonce));
        boolean expected = access.nationalNumber() == null
                || access.nationalNumber().equals(read.identity().nationalNumber());
        if (!expected) {
            throw new OtherPersonException();
        }
        byte[] signature = read.cloneCheck().activeAuthentication().orElse(null);
        return new Presentation.CitizenChip(
                read.files().get(ChipFile.DG1),
                read.files().get(ChipFile.DG13),
                read.files().get(ChipFile.SOD),
                read.files().get(ChipFile.DG14),
                read.files().get(ChipFile.DG15),
                read.cloneCheck().chipAuthenticated(),
                new Presentation.CardProof(at, nonce, signature),
                consent);
    }

    static List<AccessKey> keys(ChipAccess access, LocalDate today) {
        if (access instanceof ChipAccess.Code code && code.birth() != null) {
            return KeyCandidates.of(code.nationalNumber(), code.birth(), Optional.ofNullable(code.issued()), today);
        }
        if (access instanceof ChipAccess.Zone zone) {
            return List.of(zone.key());
        }
        // Without a whole birth date the zone is not known, and only the digits are left.
        String digits = access instanceof ChipAccess.Typed typed
                ? typed.digits()
                : access.nationalNumber().substring(CAN_BEGINS);
        return List.of(new AccessKey.Can(digits));
    }
}
