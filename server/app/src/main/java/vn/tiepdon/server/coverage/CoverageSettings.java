package vn.tiepdon.server.coverage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code tiepdon.coverage.}; see docs/insurance.md.
 *
 * @param url of the gateway; empty: the account is kept as it is. With it the account is written at start
 * @param user of the gateway
 * @param password of the gateway
 * @param staffName who looks up
 * @param staffNumber their national number
 * @param kioskPatience how long a patient at the kiosk waits for the gateway at most
 * @param patience how long nobody's question waits
 * @param perSecond so many questions a second for patients who wait
 * @param laterPerSecond and so many for those that are asked again
 * @param pause how long the gateway is left alone after it has failed again and again
 * @param look how often questions that wait are looked for
 * @param firstRetry after the first failure; doubled each time
 * @param longestRetry and never longer than this
 * @param giveUp how long a question goes on
 * @param signingPkcs11 configuration file of SunPKCS11 for the token that signs records; empty: insurance-signing.p12
 * @param signingPin of that token
 */
@Validated
@ConfigurationProperties("tiepdon.coverage")
public record CoverageSettings(
        @NotNull String url,
        @NotNull String user,
        @NotNull String password,
        @NotNull String staffName,
        @NotNull String staffNumber,
        @NotNull Duration kioskPatience,
        @NotNull Duration patience,
        @Min(1) @Max(1_000) int perSecond,
        @Min(1) @Max(1_000) int laterPerSecond,
        @NotNull Duration pause,
        @NotNull Duration look,
        @NotNull Duration firstRetry,
        @NotNull Duration longestRetry,
        @NotNull Duration giveUp,
        @NotNull String signingPkcs11,
        @NotNull String signingPin) {

    @Override
    public String toString() {
        return "CoverageSettings[…]";
    }
}
