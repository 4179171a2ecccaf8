package vn.tiepdon.server.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code tiepdon.}; see docs/operation.md.
 *
 * @param data folder of the database file, the keys and first-login.txt
 * @param firstPassword password of the staff made at first start; random when empty
 * @param facilityCacheAge how old the known clinics, rooms and hours may be
 */
@Validated
@ConfigurationProperties("tiepdon")
public record TiepDonSettings(
        @NotNull Path data,
        String firstPassword,
        @NotNull Duration facilityCacheAge,
        @Valid @NotNull Hospital hospital,
        @Valid @NotNull Card card,
        @Valid @NotNull Desk desk,
        @Valid @NotNull Citizen citizen,
        @Valid @NotNull Exchange exchange,
        @Valid @NotNull Synthetic synthetic) {

    /**
     * The hospital made at first start.
     *
     * @param code five characters (mã CSKCB)
     * @param dayStarts when a new business day begins, in {@code zone}
     */
    public record Hospital(
            @Pattern(regexp = "[0-9A-Z]{5}") String code,
            @NotBlank String nameVi,
            @NotBlank String nameEn,
            @NotBlank String deskVi,
            @NotBlank String deskEn,
            @NotNull ZoneId zone,
            @NotNull LocalTime dayStarts) {}

    /**
     * @param keyPassword of the PKCS#12 stores of keys; random in owner-only files when empty
     * @param years how long a new card is valid
     * @param challengeSkew how far a card's proof may lie from the server's clock
     * @param pkcs11 configuration file of SunPKCS11 for the token that holds the masters; empty: they lie in a file
     * @param pkcs11Pin of that token; empty: it stands in the data folder's card-token.pin
     * @param generations of the key sets that cards are given now
     * @param contactLife how long a contact with a card may take before its report counts for nothing
     * @param contactUpdates how many updates a card is told in one contact at most
     */
    public record Card(
            String keyPassword,
            @Min(1) @Max(20) int years,
            @NotNull Duration challengeSkew,
            @NotNull String pkcs11,
            @NotNull String pkcs11Pin,
            @Valid @NotNull Generations generations,
            @NotNull Duration contactLife,
            @Min(1) @Max(25) int contactUpdates) {

        /** Each counts from 1; a higher one replaces a lower one in the cards, and is never taken back. */
        public record Generations(
                @Min(1) @Max(15) int transport,
                @Min(1) @Max(15) int reading,
                @Min(1) @Max(15) int writing,
                @Min(1) @Max(15) int administering) {}

        @Override
        public String toString() {
            return "Card[…]";
        }
    }

    /**
     * @param bridgePort where the bridge listens on the desk's own computer
     * @param lowStock so many blank cards, or fewer, are too few
     */
    public record Desk(
            @Min(1) @Max(65_535) int bridgePort,
            @Min(0) @Max(100_000) int lowStock) {}

    /**
     * @param chips whether the chips of ID cards may be read here
     * @param csca folder of the certificates that they are checked with
     * @param consentLife how old the holder's consent may be when the chip's data arrive
     */
    public record Citizen(
            boolean chips, @NotNull Path csca, @NotNull Duration consentLife) {}

    /**
     * Files of records from other systems.
     *
     * @param largest file that is taken
     * @param spare what stays free on the disk
     * @param waiting so many files may wait for each hospital
     * @param kept so many jobs and their reports are kept for each hospital
     */
    public record Exchange(
            @NotNull DataSize largest,
            @NotNull DataSize spare,
            @Min(1) @Max(1_000) int waiting,
            @Min(1) @Max(10_000) int kept) {}

    /**
     * An invented hospital for trying out.
     *
     * @param alwaysOpen clinics open at any hour
     * @param dailyQuota of every clinic; 0 for a realistic one each
     */
    public record Synthetic(
            boolean enabled,
            long seed,
            @Min(1) @Max(100_000) int patients,
            boolean alwaysOpen,
            @Min(0) @Max(1_000_000) int dailyQuota) {}

    @Override
    public String toString() {
        return "TiepDonSettings[" + data + "]";
    }
}
