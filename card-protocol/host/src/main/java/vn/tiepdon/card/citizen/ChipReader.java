package vn.tiepdon.card.citizen;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.MalformedResponseException;
import vn.tiepdon.card.transport.StatusWord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * Reads the text groups of one chip ID card, and its photograph only when asked for it; one reader for one session with
 * one card. Fingerprints (DG3) are never tried, nor is DG11, which Vietnamese cards do not have.
 *
 * <p>Whether the data are genuine is for {@code trust} to say.
 */
public final class ChipReader {

    private static final int DENIED = 0x6982;

    /** Guesses for the progress, until the files tell their lengths. */
    private static final Map<ChipFile, Integer> USUAL_LENGTHS =
            Map.of(ChipFile.DG1, 95, ChipFile.DG13, 600, ChipFile.SOD, 2000, ChipFile.DG14, 400, ChipFile.DG15, 150);

    private final ReadingMeter meter;
    private Optional<FileReader> files = Optional.empty();

    public ChipReader(ReadingProgress progress) {
        this.meter = new ReadingMeter(progress);
    }

    /**
     * Selects the eMRTD application. {@link #read} does without: it finds more cards' ways in when nothing is selected.
     */
    public static boolean isChipCard(Transport card) throws TransportException {
        StatusWord status = Application.select(new CardLink(card));
        return status.isOk() || status.value() == DENIED;
    }

    /**
     * @param keys tried in this order; no more than {@link KeyCandidates#MAX} of them
     * @param challenge8 from {@link ChipChallenge}, for a chip that has DG15
     * @throws TransportException when the card went away or does not answer as it must
     * @throws CitizenChipException when it answered, and identifies nobody
     */
    public ChipReading read(Transport card, List<AccessKey> keys, byte[] challenge8)
            throws TransportException, CitizenChipException {
        if (challenge8.length != ChipChallenge.LENGTH) {
            throw new IllegalArgumentException("a challenge has 8 bytes");
        }
        USUAL_LENGTHS.forEach(meter::expect);
        CardLink link = new CardLink(card);
        try {
            return readOpen(open(link, keys), challenge8);
        } catch (ChannelLostException e) {
            throw e.asRefusal();
        }
    }

    private static OpenChip open(CardLink link, List<AccessKey> keys)
            throws TransportException, ChannelLostException, CitizenChipException {
        return new Opening(link, CardAccess.read(link)).open(keys);
    }

    /** When the first long answers do not come through, the chip is opened once more, with the key that fits. */
    private ChipReading readOpen(OpenChip chip, byte[] challenge8)
            throws TransportException, ChannelLostException, CitizenChipException {
        FileReader reader = new FileReader(chip.channel(), chip.extendedLength(), meter);
        try {
            return readText(chip, reader, challenge8);
        } catch (ChannelLostException | CardMuteException | MalformedResponseException e) {
            if (!reader.mayAskForTooMuch()) {
                throw e;
            }
            OpenChip reopened = open(chip.channel().link(), List.of(chip.key()));
            return readText(reopened, new FileReader(reopened.channel(), false, meter), challenge8);
        }
    }

    private ChipReading readText(OpenChip chip, FileReader reader, byte[] challenge8)
            throws TransportException, ChannelLostException, CitizenChipException {
        Map<ChipFile, byte[]> read = new EnumMap<>(ChipFile.class);
        read.put(ChipFile.DG1, reader.read(ChipFile.DG1));
        CitizenIdentities.zone(read.get(ChipFile.DG1));
        read.put(ChipFile.DG13, reader.read(ChipFile.DG13));
        CitizenIdentity identity = CitizenIdentities.parse(read.get(ChipFile.DG1), read.get(ChipFile.DG13));
        read.put(ChipFile.SOD, reader.read(ChipFile.SOD));
        for (ChipFile file : List.of(ChipFile.DG14, ChipFile.DG15)) {
            Optional<byte[]> content = reader.readIfPresent(file);
            content.ifPresent(bytes -> read.put(file, bytes));
        }
        CloneProof proof = CloneProof.ask(chip.channel(), reader.usesExtendedLength(), read, challenge8);
        files = Optional.of(new FileReader(proof.channel(), reader.usesExtendedLength(), meter));
        return new ChipReading(
                identity,
                chip.access(),
                Map.copyOf(read),
                proof.check(),
                chip.channel().link().cost());
    }

    /**
     * Reads DG2 in the session that {@link #read} opened.
     *
     * @return the whole file, for {@link ChipPhoto} and for whoever judges it
     * @throws IllegalStateException before {@link #read} has succeeded
     */
    public byte[] photo() throws TransportException, CitizenChipException {
        FileReader reader = files.orElseThrow(() -> new IllegalStateException("no chip has been read"));
        try {
            return reader.read(ChipFile.DG2);
        } catch (ChannelLostException e) {
            throw e.asRefusal();
        }
    }
}
