package vn.tiepdon.server.card.contact;

import java.time.Instant;
import vn.tiepdon.card.patientcard.CardId;

/**
 * A contact as it is kept.
 *
 * @param device whose it is
 */
record ContactRow(CardId card, String device, Instant openedAt, boolean closed) {}
