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
        @Valid @NotNull Citizen citizen,
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
     * @param keyPassword of the PKCS#12 store of the signing key; random in an owner-only file when empty
     * @param years how long a new card is valid
     * @param challengeSkew how far a card's proof may lie from the server's clock
     */
    public record Card(
            String keyPassword,
            @Min(1) @Max(20) int years,
            @NotNull Duration challengeSkew) {}

    /**
     * @param chips whether the chips of ID cards may be read here
     * @param csca folder of the certificates that they are checked with
     * @param consentLife how old the holder's consent may be when the chip's data arrive
     */
    public record Citizen(
            boolean chips, @NotNull Path csca, @NotNull Duration consentLife) {}

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
