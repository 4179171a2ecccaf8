package vn.tiepdon.simulator.bench.kill;

import java.util.UUID;
import vn.tiepdon.api.kiosk.CheckInRequest;

/**
 * One patient at one clinic: sent under one check-in id until it is answered.
 *
 * @param kiosk which of the run's kiosks sends it; an identification is good for its own kiosk only
 * @param patient hospital code
 */
record Attempt(UUID checkInId, int kiosk, String patient, CheckInRequest request) {}
