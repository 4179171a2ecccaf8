package vn.tiepdon.kiosk.device;

import vn.tiepdon.api.fault.FaultCode;

/** What became of a ticket on its way to paper. */
public sealed interface PrintOutcome {

    /** The printer took the whole ticket and has paper. */
    record Printed() implements PrintOutcome {}

    /** Nothing, or only a part of the ticket, is on paper. */
    record NotPrinted(FaultCode fault) implements PrintOutcome {}
}
