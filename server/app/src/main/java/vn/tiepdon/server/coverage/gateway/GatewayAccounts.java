package vn.tiepdon.server.coverage.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** The hospitals' accounts, from memory no older than {@code tiepdon.facility-cache-age}. */
@Repository
public class GatewayAccounts {

    private static final Logger log = LoggerFactory.getLogger(GatewayAccounts.class);

    private static final String UPDATE = """
            update insurance_account set url = :url, user_name = :user, password = coalesce(:password, password),
                staff_name = :name, staff_number = coalesce(:number, staff_number), facility_code = :code,
                rooms_order = :rooms, changed_at = :at, changed_by = :by
            where facility_id = :facility""";
    private static final String INSERT = """
            insert into insurance_account (facility_id, url, user_name, password, staff_name, staff_number, facility_code,
                rooms_order, changed_at, changed_by)
            values (:facility, :url, :user, :password, :name, :number, :code, :rooms, :at, :by)""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher listeners;
    private final GatewaySecrets secrets;
    private final HospitalClock clock;
    private final Duration age;
    private final Map<FacilityId, Known> known = new ConcurrentHashMap<>();

    GatewayAccounts(
            JdbcClient jdbc,
            ApplicationEventPublisher listeners,
            GatewaySecrets secrets,
            HospitalClock clock,
            TiepDonSettings settings) {
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.secrets = secrets;
        this.clock = clock;
        this.age = settings.facilityCacheAge();
    }

    /** Told in the transaction that changes an account. */
    record AccountChanged(FacilityId facility) {}

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

    /** What the hospital is called by the insurance (mã CSKCB). */
    public String codeOf(Facility facility) {
        return of(facility.id()).flatMap(GatewayAccount::facilityCode).orElse(facility.code());
    }

    /**
     * The account whole; what only a page sets stays.
     *
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
        Optional<GatewayAccount> before = read(facility);
        change(
                facility,
                new AccountChange(
                        url,
                        user,
                        Optional.of(password),
                        staffName,
                        Optional.of(staffNumber),
                        before.flatMap(GatewayAccount::facilityCode),
                        before.filter(GatewayAccount::roomsOrder).isPresent()),
                by);
    }

    /**
     * @param by a login, or the settings
     * @throws IllegalArgumentException when there is none yet, and a secret is missing
     */
    @Transactional
    public void change(FacilityId facility, AccountChange account, String by) {
        listeners.publishEvent(new AccountChanged(facility));
        if (written(UPDATE, facility, account, by) == 0) {
            if (account.password().isEmpty() || account.staffNumber().isEmpty()) {
                throw new IllegalArgumentException("a first account without its secrets");
            }
            written(INSERT, facility, account, by);
        }
    }

    private int written(String sql, FacilityId facility, AccountChange account, String by) {
        return jdbc.sql(sql)
                .param("facility", facility.value())
                .param("url", account.url().toString())
                .param("user", account.user())
                .param(
                        "password",
                        account.password()
                                .map(it -> secrets.seal(bytes(digest(it)), about(facility, "password")))
                                .orElse(null),
                        Types.VARBINARY)
                .param("name", account.staffName())
                .param(
                        "number",
                        account.staffNumber()
                                .map(it -> secrets.seal(bytes(it), about(facility, "staff")))
                                .orElse(null),
                        Types.VARBINARY)
                .param("code", account.facilityCode().orElse(null), Types.VARCHAR)
                .param("rooms", account.roomsOrder())
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** After the commit: another request may have read the old one meanwhile. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(AccountChanged account) {
        known.remove(account.facility());
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
                        select url, user_name, password, staff_name, staff_number, facility_code, rooms_order from insurance_account
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
                text(secrets.open(row.getBytes("staff_number"), about(facility, "staff"))),
                Optional.ofNullable(row.getString("facility_code")),
                row.getBoolean("rooms_order"));
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
