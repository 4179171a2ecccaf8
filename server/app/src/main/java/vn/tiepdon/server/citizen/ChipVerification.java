package vn.tiepdon.server.citizen;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.CitizenChipException;
import vn.tiepdon.card.citizen.CitizenIdentities;
import vn.tiepdon.card.citizen.CitizenIdentity;
import vn.tiepdon.card.citizen.ForeignDocumentException;
import vn.tiepdon.card.citizen.trust.Authenticity;
import vn.tiepdon.card.citizen.trust.PassiveAuthentication;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Whom does this chip name, did Vietnam say so, and is it the chip itself? */
@Component
public class ChipVerification {

    private static final Logger log = LoggerFactory.getLogger(ChipVerification.class);
    private static final int LONGEST_REASON = 120;

    private final TrustedCertificates certificates;
    private final ConsentRule consents;
    private final HospitalClock clock;
    private final boolean offered;
    private final Duration skew;

    ChipVerification(
            TrustedCertificates certificates, ConsentRule consents, HospitalClock clock, TiepDonSettings settings) {
        this.certificates = certificates;
        this.consents = consents;
        this.clock = clock;
        this.offered = settings.citizen().chips();
        this.skew = settings.card().challengeSkew();
    }

    /** @param device whose challenge the chip has answered */
    public ChipVerdict verify(Facility facility, DeviceId device, Presentation.CitizenChip shown) {
        if (!offered) {
            return new ChipVerdict.Refused(FaultCode.NOT_ALLOWED);
        }
        if (!consents.isComplete(shown.consent())) {
            return new ChipVerdict.Refused(FaultCode.CHIP_CONSENT_MISSING);
        }
        try {
            PresentedChip chip = PresentedChip.of(shown);
            if (Duration.between(shown.proof().at(), clock.now()).abs().compareTo(skew) > 0) {
                return new ChipVerdict.Refused(FaultCode.CLOCK_WRONG);
            }
            if (!consents.isFresh(shown.consent())) {
                return new ChipVerdict.Refused(FaultCode.CHIP_CONSENT_MISSING);
            }
            return judge(facility, device, chip);
        } catch (CitizenChipException refused) {
            String reason = refused.getMessage();
            log.info("chip refused: {}", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            return new ChipVerdict.Refused(fault(refused));
        }
    }

    private ChipVerdict judge(Facility facility, DeviceId device, PresentedChip chip) throws CitizenChipException {
        Authenticity authenticity = PassiveAuthentication.check(chip.files(), certificates.current(), clock.now());
        CitizenIdentity identity = CitizenIdentities.parse(
                chip.files().get(ChipFile.DG1), chip.files().get(ChipFile.DG13));
        boolean noCopy = chip.showsThatItIsNoCopy(device.value());
        // An expired card still says who somebody is, but the law wants a valid one shown.
        if (identity.expires().filter(clock.today(facility).date()::isAfter).isPresent()) {
            return new ChipVerdict.Refused(FaultCode.CHIP_EXPIRED);
        }
        return new ChipVerdict.Read(identity, doubt(authenticity, noCopy));
    }

    private static Optional<ChipDoubt> doubt(Authenticity authenticity, boolean noCopy) {
        if (authenticity instanceof Authenticity.NotProven unproven) {
            return Optional.of(
                    switch (unproven.reason()) {
                        case NO_CSCA -> ChipDoubt.NO_CSCA;
                        case ISSUER_UNKNOWN -> ChipDoubt.ISSUER_UNKNOWN;
                        case CERTIFICATE_EXPIRED -> ChipDoubt.CERTIFICATE_EXPIRED;
                    });
        }
        return noCopy ? Optional.empty() : Optional.of(ChipDoubt.COPY_NOT_EXCLUDED);
    }

    private static FaultCode fault(CitizenChipException refused) {
        if (refused instanceof ChipAlteredException) {
            return FaultCode.CHIP_ALTERED;
        }
        if (refused instanceof ChipClonedException) {
            return FaultCode.CHIP_COPY_SUSPECTED;
        }
        if (refused instanceof ForeignDocumentException) {
            return FaultCode.CHIP_FOREIGN;
        }
        return refused instanceof AlgorithmUnsupportedException
                ? FaultCode.CHIP_UNSUPPORTED
                : FaultCode.CHIP_UNREADABLE;
    }
}
