package vn.tiepdon.api.exchange;

import java.util.List;
import java.util.UUID;

/**
 * How far a visit's check-in record is.
 *
 * @param id null when nothing is reported, as for an emergency
 * @param state FAULTY, READY, SENT or TASK; null as above
 * @param faults names of the fields to mend
 */
public record CheckInRecordStatus(UUID id, String visit, String state, List<String> faults) {}
