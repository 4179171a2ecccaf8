package vn.tiepdon.server.card.contact;

import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.card.patientcard.channel.KeyVersion;

/**
 * A session with a card that has shown that it holds its keys.
 *
 * @param version of the key set that it showed
 */
public record CardSession(KeyVersion version, CardSessionGrant grant) {}
