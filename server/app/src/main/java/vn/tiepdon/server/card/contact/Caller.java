package vn.tiepdon.server.card.contact;

import vn.tiepdon.server.device.DeviceId;

/**
 * Who wants to talk with a card.
 *
 * @param source address the request came from
 */
public record Caller(DeviceId device, String source) {}
