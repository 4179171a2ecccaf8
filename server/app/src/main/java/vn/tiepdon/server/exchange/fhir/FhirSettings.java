package vn.tiepdon.server.exchange.fhir;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param warmUp when the library is loaded */
@Validated
@ConfigurationProperties("tiepdon.fhir")
record FhirSettings(@NotNull WarmUp warmUp) {

    enum WarmUp {
        /** Half a minute after the start, where a system has asked over FHIR before. */
        AUTO,
        /** Half a minute after the start. */
        ALWAYS,
        /** With the first request. */
        NEVER
    }
}
