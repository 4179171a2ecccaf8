package vn.tiepdon.card.citizen;

import java.util.List;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.CardServiceProtocolException;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.protocol.BACAPDUSender;
import org.jmrtd.protocol.BACProtocol;
import org.jmrtd.protocol.PACEAPDUSender;
import org.jmrtd.protocol.PACEProtocol;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.TransportException;

/**
 * Tries keys on a chip, in their order: each with PACE where the chip offers it, else a key of the zone with BAC (ICAO
 * Doc 9303 part 11, 4.2).
 */
final class Opening {

    /** A chip may suspend its CAN, which is printed on the card for life, after a few wrong ones. */
    private static final int MAX_CAN_FAILURES = 2;

    /** The steps of PACE before a key matters: setting it up, and the encrypted nonce. */
    private static final int LAST_STEP_BEFORE_KEY = 1;

    private static final int SHORT_ANSWER = 256;
    private static final int DENIED = 0x6982;

    private final CardLink link;
    private Optional<PaceOffer> pace;
    private boolean extendedLength;
    private boolean applicationSelected;
    private int tried;
    private int canFailures;

    Opening(CardLink link, CardAccess cardAccess) {
        this.link = link;
        this.pace = cardAccess.content().flatMap(PaceOffer::among);
        this.extendedLength = cardAccess.extendedLength();
    }

    /** @param keys of which the first {@link KeyCandidates#MAX} are tried */
    OpenChip open(List<AccessKey> keys)
            throws TransportException, ChannelLostException, NoChipApplicationException, AccessDeniedException {
        if (pace.isEmpty()) {
            selectApplication();
            extendedLength = extendedLength || Application.takesExtendedLength(link);
        }
        for (AccessKey key : keys.subList(0, Math.min(KeyCandidates.MAX, keys.size()))) {
            Optional<OpenChip> open = key instanceof AccessKey.Can can ? with(can) : with((AccessKey.Mrz) key);
            if (open.isPresent()) {
                return open.get();
            }
        }
        throw new AccessDeniedException(tried);
    }

    private Optional<OpenChip> with(AccessKey.Can can)
            throws TransportException, ChannelLostException, NoChipApplicationException {
        if (pace.isEmpty() || canFailures == MAX_CAN_FAILURES) {
            return Optional.empty();
        }
        tried++;
        PaceOutcome outcome = pace(PACEKeySpec.createCANKey(can.digits()));
        canFailures += outcome.isOpen() ? 0 : 1;
        return outcome.isOpen() ? Optional.of(opened(outcome, ChipReading.Access.PACE_CAN, can)) : Optional.empty();
    }

    private Optional<OpenChip> with(AccessKey.Mrz mrz)
            throws TransportException, ChannelLostException, NoChipApplicationException {
        tried++;
        BACKey key = new BACKey(mrz.documentNumber(), mrz.birthDate(), mrz.expiryDate());
        if (pace.isPresent()) {
            PaceOutcome outcome = pace(key);
            if (outcome.isOpen()) {
                return Optional.of(opened(outcome, ChipReading.Access.PACE_MRZ, mrz));
            }
            if (!outcome.refusedBeforeKey()) {
                return Optional.empty();
            }
            pace = Optional.empty();
        }
        selectApplication();
        return bac(key).map(channel -> new OpenChip(channel, ChipReading.Access.BAC, mrz, extendedLength));
    }

    private PaceOutcome pace(org.jmrtd.AccessKeySpec key) throws TransportException {
        PaceOffer offer = pace.orElseThrow();
        PACEProtocol protocol = new PACEProtocol(new PACEAPDUSender(link), null, SHORT_ANSWER, SHORT_ANSWER, true);
        try {
            return PaceOutcome.open(new SecureChannel(
                    link,
                    protocol.doPACE(key, offer.oid(), offer.parameters(), offer.parameterId())
                            .getWrapper()));
        } catch (CardServiceProtocolException e) {
            return PaceOutcome.failed(e.getStep() <= LAST_STEP_BEFORE_KEY);
        } catch (CardServiceException | RuntimeException e) {
            return PaceOutcome.failed(false);
        } finally {
            link.rethrow();
        }
    }

    private Optional<SecureChannel> bac(BACKey key) throws TransportException {
        try {
            return Optional.of(new SecureChannel(
                    link,
                    new BACProtocol(new BACAPDUSender(link), SHORT_ANSWER, true)
                            .doBAC(key)
                            .getWrapper()));
        } catch (CardServiceException | RuntimeException e) {
            return Optional.empty();
        } finally {
            link.rethrow();
        }
    }

    private OpenChip opened(PaceOutcome outcome, ChipReading.Access access, AccessKey key)
            throws TransportException, ChannelLostException, NoChipApplicationException {
        SecureChannel channel = outcome.channel().orElseThrow();
        if (!Application.select(channel).isOk()) {
            throw new NoChipApplicationException();
        }
        return new OpenChip(channel, access, key, extendedLength);
    }

    /** Some chips deny even this before PACE; for them the denial of what follows counts. */
    private void selectApplication() throws TransportException, NoChipApplicationException {
        if (applicationSelected) {
            return;
        }
        StatusWord status = Application.select(link);
        if (!status.isOk() && status.value() != DENIED) {
            throw new NoChipApplicationException();
        }
        applicationSelected = true;
    }

    private record PaceOutcome(Optional<SecureChannel> channel, boolean refusedBeforeKey) {

        static PaceOutcome open(SecureChannel channel) {
            return new PaceOutcome(Optional.of(channel), false);
        }

        static PaceOutcome failed(boolean beforeKey) {
            return new PaceOutcome(Optional.empty(), beforeKey);
        }

        boolean isOpen() {
            return channel.isPresent();
        }
    }
}
