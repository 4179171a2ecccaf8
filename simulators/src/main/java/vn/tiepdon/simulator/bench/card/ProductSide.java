package vn.tiepdon.simulator.bench.card;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.ChipReading;
import vn.tiepdon.simulator.card.citizen.Citizen;

/** The kiosk's reader. It is not told how the card opens, and finds out. */
final class ProductSide implements Side {

    private static final byte[] CHALLENGE =
            ChipChallenge.of("bench", Instant.EPOCH, new byte[ChipChallenge.NONCE_LENGTH]);

    @Override
    public String metric() {
        return "card";
    }

    @Override
    public Map<ChipFile, byte[]> read(Tape card, Citizen citizen, Way way, boolean photo) throws Exception {
        ChipReader reader = new ChipReader((done, total) -> {});
        ChipReading reading = reader.read(card, List.of(citizen.can(), citizen.mrz()), CHALLENGE);
        if (reading.cloneCheck().activeAuthentication().isEmpty()) {
            throw new IllegalStateException("the chip did not prove itself");
        }
        Map<ChipFile, byte[]> files = new EnumMap<>(reading.files());
        if (photo) {
            files.put(ChipFile.DG2, reader.photo());
        }
        return files;
    }
}
