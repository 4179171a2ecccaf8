package vn.tiepdon.kiosk.station;

import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.kiosk.client.Json;

/** The hospital's list of dead cards on a stick, as {@code GET /api/kiosk/block-list} answers it. */
final class BlockListFile {

    /** 100,000 cards of 16 bytes in Base64, and some room. */
    private static final int MAX_LENGTH = 3 << 20;

    private BlockListFile() {}

    static BlockList read(Path file, StationKeys keys) throws StationException {
        try {
            SignedBlockList signed = Json.MAPPER.readValue(SmallFile.read(file, MAX_LENGTH), SignedBlockList.class);
            if (signed == null || signed.content() == null || signed.signature() == null) {
                throw new StationException(FaultCode.STATION_BLOCK_LIST_UNUSABLE, null);
            }
            return BlockList.decode(signed.content()).verify(signed.signature(), keys::signer);
        } catch (IOException | JacksonException | PatientCardException e) {
            throw new StationException(FaultCode.STATION_BLOCK_LIST_UNUSABLE, e);
        }
    }
}
