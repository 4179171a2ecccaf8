package vn.tiepdon.server.patient;

import vn.tiepdon.api.fault.FaultCode;

/** Whom a code or number means. */
public sealed interface Match {

    /** Exactly one patient, and nothing on the code speaks against it. */
    record Found(Patient patient) implements Match {}

    /** Nobody, or somebody else than the code says; the desk must look. */
    record Refused(FaultCode code) implements Match {}
}
