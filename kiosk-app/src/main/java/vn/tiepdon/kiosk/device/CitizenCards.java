package vn.tiepdon.kiosk.device;

import java.util.Locale;

/**
 * Reads the chips of ID cards, each with its holder's consent. All methods return at once; what becomes of a reading
 * comes as {@link DeviceEvent.ChipProgress}, {@link DeviceEvent.ChipRead} and {@link DeviceEvent.ChipFailed}.
 */
public interface CitizenCards {

    /**
     * Somebody has just agreed to the reading of their chip.
     *
     * @param consent a number of its own
     * @param wording which text was agreed to
     */
    void agreed(long consent, String wording, Locale language);

    void read(ChipRequest request);

    /** The patient has gone: a reading ends, and consents are no longer good. */
    void forget();
}
