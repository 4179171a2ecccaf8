package vn.tiepdon.simulator.card.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import vn.tiepdon.simulator.card.citizen.CardTiming;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.Quirk;
import vn.tiepdon.simulator.card.citizen.TestAuthority;

/** What makes one chip ID card differ from another. */
final class CitizenOptions {

    /** Who signs the card. */
    enum Signer {
        VIETNAM(TestAuthority::vietnam),
        EXPIRED(TestAuthority::expired),
        STRANGER(TestAuthority::stranger);

        private final Supplier<TestAuthority> authority;

        Signer(Supplier<TestAuthority> authority) {
            this.authority = authority;
        }
    }

    @Option(
            names = "--quirk",
            split = ",",
            description = "of a chip ID card, several with commas: ${COMPLETION-CANDIDATES}")
    private List<Quirk> quirks = List.of();

    @Option(names = "--no-expiry", description = "a chip ID card without expiry (Không thời hạn)")
    private boolean withoutExpiry;

    @Option(names = "--foreign", description = "a foreigner's ID card")
    private boolean foreign;

    @Option(
            names = "--signed-by",
            description = "which invented authority: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "VIETNAM")
    private Signer signer;

    @Option(
            names = "--csca",
            paramLabel = "FILE",
            description = "write VIETNAM's certificate there, for a server that is to trust it; end it in .cer")
    private Path cscaFile;

    @Option(
            names = "--bit-rate",
            paramLabel = "KBIT/S",
            description = "let the chip ID card take its time on the air: 106, 212, 424 or 848")
    private Integer bitRate;

    @Option(
            names = "--crypto",
            paramLabel = "MS",
            description = "how long the chip takes for one step on a curve, with --bit-rate")
    private Long cryptoMillis;

    @Option(
            names = "--faults",
            paramLabel = "N",
            description = "let N answers of a thousand go wrong (default: ${DEFAULT-VALUE})",
            defaultValue = "0")
    private int faults;

    @Option(
            names = "--seed",
            description = "which answers go wrong, and how (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    /** @throws IOException when the certificate cannot be written */
    CitizenStand stand(Citizen citizen) throws IOException {
        if (cscaFile != null) {
            Files.createDirectories(cscaFile.toAbsolutePath().getParent());
            Files.write(cscaFile, TestAuthority.vietnam().cscaCertificate());
        }
        return new CitizenStand(changed(citizen), signer.authority.get(), quirks, timing(), faults, seed);
    }

    private Citizen changed(Citizen citizen) {
        Citizen aged = withoutExpiry ? citizen.withoutExpiry() : citizen;
        return foreign ? aged.foreign() : aged;
    }

    private Optional<CardTiming> timing() {
        return Optional.ofNullable(bitRate).map(kilobits -> {
            CardTiming timing = CardTiming.slow().withBitRate(kilobits);
            return cryptoMillis == null ? timing : timing.withCryptoStep(Duration.ofMillis(cryptoMillis));
        });
    }
}
