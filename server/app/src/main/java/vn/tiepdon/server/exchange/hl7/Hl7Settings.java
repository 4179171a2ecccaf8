package vn.tiepdon.server.exchange.hl7;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * HL7 v2 of this server; who may talk and who is told is kept in the database.
 *
 * @param enabled whether this server listens and sends
 * @param port where it listens; 0 for any
 * @param address to listen at
 * @param keystore PKCS#12 file of the listener's certificate; empty: no TLS
 * @param truststore PKCS#12 file of whom to believe, senders' certificates and receivers'; empty: of the machine
 * @param largest message that is taken
 * @param connections at once, of all systems together
 * @param idle between two messages; then the connection ends
 * @param whole from the first byte of a message to its last
 * @param aSecond messages of one connection; more wait
 * @param remembered how long the answer to a message is kept for the same message sent again
 * @param patience for the answer to a message that is sent
 */
@Validated
@ConfigurationProperties("tiepdon.hl7")
record Hl7Settings(
        boolean enabled,
        @Min(0) @Max(65_535) int port,
        @NotBlank String address,
        @NotNull String keystore,
        @NotNull String keystorePassword,
        @NotNull String truststore,
        @NotNull String truststorePassword,
        @NotNull DataSize largest,
        @Min(1) @Max(200) int connections,
        @NotNull Duration idle,
        @NotNull Duration whole,
        @Min(1) @Max(1_000) int aSecond,
        @NotNull Duration remembered,
        @NotNull Duration patience) {

    @Override
    public String toString() {
        return "Hl7Settings[port " + port + "]";
    }
}
