package vn.tiepdon.server.coverage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.tiepdon.server.coverage.gateway.ResultClass;

/**
 * Insurance on a patient's page.
 *
 * @param desk whether the reader may ask
 * @param today null when nothing was asked today
 */
record InsuranceView(boolean desk, Today today, List<Earlier> earlier) {

    /**
     * @param says what reception does
     * @param card as the gateway tells of it; it and what follows null when it tells of none
     * @param place name of where first care is registered, or its code
     * @param share in percent, where the patient is in the right place
     * @param asked by the hospital's wall clock
     */
    record Today(
            ResultClass outcome,
            String says,
            String card,
            LocalDate from,
            LocalDate until,
            String place,
            Integer share,
            LocalDate fiveYears,
            OffsetDateTime asked,
            List<Change> changes) {}

    record Change(OffsetDateTime at, String says) {}

    record Earlier(LocalDate day, ResultClass outcome, String says) {}
}
