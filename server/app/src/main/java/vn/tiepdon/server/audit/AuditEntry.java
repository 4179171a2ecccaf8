package vn.tiepdon.server.audit;

import vn.tiepdon.server.facility.FacilityId;

/**
 * @param actor login or device id
 * @param source address the request came from
 * @param action {@code card.issue}, {@code device.revoke}, …
 * @param object internal id of what it was done to; nothing of a person beyond that
 * @param result {@code ok} or a catalogue code
 */
public record AuditEntry(
        FacilityId facility, String actor, String source, String action, String object, String result) {}
