package vn.tiepdon.server.coverage.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** The hospitals' accounts, from memory no older than {@code tiepdon.facility-cache-age}. */
@Repository
public class GatewayAccounts {

    private static final Logger log = LoggerFactory.getLogger(GatewayAccounts.class);

    private final JdbcClient jdbc;
    private final GatewaySecrets secrets;
    private final HospitalClock clock;
    private final Duration age;
    private final Map<FacilityId, Known> known = new ConcurrentHashMap<>();

    GatewayAccounts(JdbcClient jdbc, GatewaySecrets secrets, HospitalClock clock, TiepDonSettings settings) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.age = settings.facilityCacheAge();
    }

    private record Known(Optional<GatewayAccount> account, Instant read) {}

    /** Empty for a hospital that asks no gateway. */
    public Optional<GatewayAccount> of(FacilityId facility) {
        Instant now = clock.now();
        Known entry = known.get(facility);
        if (entry == null || Duration.between(entry.read(), now).abs().compareTo(age) > 0) {
            entry = new Known(read(facility), now);
            known.put(facility, entry);
        }
        return entry.account();
    }

    /**
     * @param password in clear; the gateway's digest of it is kept
     * @param by a login, or the settings
     */
    @Transactional
    public void save(
            FacilityId facility,
            URI url,
            String user,
            String password,
            String staffName,
            String staffNumber,
            String by) {
        jdbc.sql("delete from insurance_account where facility_id = :facility")
                .param("facility", facility.value())
                .update();
        jdbc.sql("""
                insert into insurance_account (facility_id, url, user_name, password, staff_name, staff_number,
                    changed_at, changed_by)
                values (:facility, :url, :user, :password, :name, :number, :at, :by)""")
                .param("facility", facility.value())
                .param("url", url.toString())
                .param("user", user)
                .param("password", secrets.seal(bytes(digest(password)), about(facility, "password")))
                .param("name", staffName)
                .param("number", secrets.seal(bytes(staffNumber), about(facility, "staff")))
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        known.remove(facility);
    }

    /** An account that cannot be opened is none: nobody is turned away for a key that was not copied. */
    private Optional<GatewayAccount> read(FacilityId facility) {
        try {
            return opened(facility);
        } catch (SealBrokenException wrongKey) {
            log.warn("the account of hospital {} is not used: {}", facility.value(), wrongKey.getMessage());
            return Optional.empty();
        }
    }

    private Optional<GatewayAccount> opened(FacilityId facility) {
        return jdbc.sql("""
                        select url, user_name, password, staff_name, staff_number from insurance_account
                        where facility_id = :facility""")
                .param("facility", facility.value())
                .query((row, n) -> account(facility, row))
                .optional();
    }

    private GatewayAccount account(FacilityId facility, ResultSet row) throws SQLException {
        return new GatewayAccount(
                facility,
                URI.create(row.getString("url")),
                row.getString("user_name"),
                text(secrets.open(row.getBytes("password"), about(facility, "password"))),
                row.getString("staff_name"),
                text(secrets.open(row.getBytes("staff_number"), about(facility, "staff"))));
    }

    private static String about(FacilityId facility, String what) {
        return "insurance-account:" + facility.value() + ":" + what;
    }

    /** The gateway's form on the wire, and no way to keep passwords of our own (CV 3190/BHXH). */
    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(bytes(password));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
