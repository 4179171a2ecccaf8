package vn.tiepdon.server.facility;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The invented hospital's own time, {@code tiepdon.synthetic.clock.…}; see docs/operation.md.
 *
 * @param starts what the clock says when the server is ready; null for the real time
 * @param speed minutes of the hospital for each real one
 */
@Validated
@ConfigurationProperties("tiepdon.synthetic.clock")
record ClockSettings(
        OffsetDateTime starts,
        @Min(1) @Max(1000) @DefaultValue("1") int speed) {}
