package vn.tiepdon.server.card;

import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.facility.FacilityId;

/** Cards that were made, but whose confirmation never came: known to whoever issues cards. */
public interface UnconfirmedCards {

    /**
     * Such a card was met and has proven itself: from now on it is its patient's. One that another card has overtaken is
     * none.
     *
     * @param by device id of whoever met it
     * @param source address the request came from
     * @return whether there was one
     */
    boolean confirm(FacilityId facility, CardId card, String by, String source);
}
