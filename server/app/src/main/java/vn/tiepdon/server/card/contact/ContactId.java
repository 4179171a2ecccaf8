package vn.tiepdon.server.card.contact;

import java.util.UUID;

/** Names one conversation with a card; made by the server. */
public record ContactId(UUID value) {}
