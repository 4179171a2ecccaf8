package vn.tiepdon.server.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code tiepdon.event.}
 *
 * @param poll how often events of other servers are looked for
 * @param heartbeat how often a watcher hears that server and database are alive; it calls itself lost after 5 s
 * @param subscribers open streams at most
 * @param backlog events that may wait for one slow watcher, and that are replayed at most when one comes back
 * @param life after which a stream is closed and the watcher comes back, proving itself again
 */
@Validated
@ConfigurationProperties("tiepdon.event")
record EventSettings(
        @NotNull @DefaultValue("500ms") Duration poll,
        @NotNull @DefaultValue("2s") Duration heartbeat,
        @Min(1) @Max(10_000) @DefaultValue("1200") int subscribers,
        @Min(10) @Max(10_000) @DefaultValue("1000") int backlog,
        @NotNull @DefaultValue("10m") Duration life) {}
