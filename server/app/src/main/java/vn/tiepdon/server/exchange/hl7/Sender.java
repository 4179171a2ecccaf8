package vn.tiepdon.server.exchange.hl7;

import vn.tiepdon.server.appointment.Actor;
import vn.tiepdon.server.facility.Facility;

/**
 * Who has sent a message.
 *
 * @param source address it came from
 */
record Sender(Partner partner, Facility facility, String source) {

    String name() {
        return partner.device().value();
    }

    Actor actor() {
        return new Actor(name(), source);
    }
}
