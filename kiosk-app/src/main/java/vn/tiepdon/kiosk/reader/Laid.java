package vn.tiepdon.kiosk.reader;

import vn.tiepdon.card.reader.PresentedCard;

/**
 * A card that lies there.
 *
 * @param number counts the cards of this place, from 1; the same card laid down again is another
 */
public record Laid(long number, PresentedCard card) {}
