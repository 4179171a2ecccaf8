package vn.tiepdon.api.fault;

import vn.tiepdon.api.Text;

/**
 * What to say about one fault.
 *
 * @param patient what to do now, then who helps; {@code {desk}} is the name of the reception desk
 * @param reception what reception should do
 * @param technician what is broken and how to mend it
 */
public record FaultText(FaultCode code, Text patient, Text reception, Text technician) {}
