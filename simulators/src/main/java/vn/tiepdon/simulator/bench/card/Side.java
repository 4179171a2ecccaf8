package vn.tiepdon.simulator.bench.card;

import java.util.Map;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.simulator.card.citizen.Citizen;

/** One who reads cards. */
interface Side {

    /** @return how the figures of this side begin */
    String metric();

    /**
     * Opens the card with the key that fits, reads DG1, DG13, SOD, DG14 and DG15, and has the chip prove itself by
     * active authentication.
     *
     * @param photo whether DG2 is read too, at the end
     * @return the files, whole
     */
    Map<ChipFile, byte[]> read(Tape card, Citizen citizen, Way way, boolean photo) throws Exception;
}
