package vn.tiepdon.server.card.contact;

import java.util.Optional;

/**
 * What a card has still to be told.
 *
 * @param visit empty: the emergency and medication records as they are when the card is told
 */
record CardTask(long revision, Optional<Long> visit) {}
