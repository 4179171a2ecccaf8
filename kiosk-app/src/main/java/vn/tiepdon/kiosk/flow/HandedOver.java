package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.fault.FaultCode;

/**
 * The desk knows that somebody here needs it. Names nobody, so that it may outlive a screen.
 *
 * @param fault null when the patient asked for somebody
 */
public record HandedOver(FaultCode fault) {}
