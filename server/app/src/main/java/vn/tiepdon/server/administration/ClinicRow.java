package vn.tiepdon.server.administration;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;

/**
 * A clinic as it is kept.
 *
 * @param lastDay business day on which it was closed for good
 */
public record ClinicRow(
        ClinicId id,
        String code,
        Text name,
        int quota,
        ClinicKind kind,
        Optional<String> mark,
        Optional<LocalDate> lastDay) {}
