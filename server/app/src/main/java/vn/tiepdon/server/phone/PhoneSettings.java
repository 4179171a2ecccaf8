package vn.tiepdon.server.phone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code tiepdon.phone.}
 *
 * @param perSecond so many looks into the database a second for all telephones together
 * @param atOnce so many of them at once: the other connections belong to those who work
 */
@Validated
@ConfigurationProperties("tiepdon.phone")
record PhoneSettings(
        @Min(1) @Max(10_000) @DefaultValue("200") int perSecond,
        @Min(1) @Max(100) @DefaultValue("2") int atOnce) {}
