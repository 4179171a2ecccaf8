package vn.tiepdon.server.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.settings.RandomPassword;

/** The logins of a hospital, for changing them. One administrator at least can always log in. */
@Service
public class StaffBook {

    private static final String SELECT = """
            select login, full_name, roles, enabled, must_change from staff where facility_id = :facility
            order by enabled desc, login""";

    private static final String OF = " where facility_id = :facility and login = :login";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final StaffSessions sessions;
    private final AuditTrail audit;

    StaffBook(JdbcClient jdbc, PasswordEncoder passwords, StaffSessions sessions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Those who can log in first, by login. */
    public List<StaffRow> all(FacilityId facility) {
        return rows(facility, SELECT);
    }

    public Optional<StaffRow> find(FacilityId facility, String login) {
        return all(facility).stream().filter(it -> it.login().equals(login)).findFirst();
    }

    /** A login is unique over all hospitals of the server. */
    public boolean taken(String login) {
        return jdbc.sql("select count(*) from staff where login = :login")
                        .param("login", login)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return the password for the first login */
    @Transactional
    public String add(StaffMember by, String source, String login, String fullName, Set<Role> roles) {
        String password = RandomPassword.handedOver();
        jdbc.sql("""
                insert into staff (facility_id, login, password_hash, full_name, roles, enabled, must_change)
                values (:facility, :login, :hash, :name, :roles, true, true)""")
                .param("facility", by.facility().value())
                .param("login", login)
                .param("hash", passwords.encode(password))
                .param("name", fullName)
                .param("roles", written(roles))
                .update();
        note(by, source, "staff.add", login + ": " + written(roles));
        return password;
    }

    /** @return false when nobody could administer the hospital then */
    @Transactional
    public boolean change(StaffMember by, String source, String login, String fullName, Set<Role> roles) {
        if (!roles.contains(Role.ADMIN) && isLastAdministrator(by.facility(), login)) {
            return false;
        }
        jdbc.sql("update staff set full_name = :name, roles = :roles, version = version + 1" + OF)
                .param("name", fullName)
                .param("roles", written(roles))
                .param("facility", by.facility().value())
                .param("login", login)
                .update();
        note(by, source, "staff.change", login + ": " + written(roles));
        return true;
    }

    /** @return the password for the next login */
    @Transactional
    public String reset(StaffMember by, String source, String login) {
        String password = RandomPassword.handedOver();
        jdbc.sql("update staff set password_hash = :hash, must_change = true, version = version + 1" + OF)
                .param("hash", passwords.encode(password))
                .param("facility", by.facility().value())
                .param("login", login)
                .update();
        note(by, source, "staff.reset", login);
        return password;
    }

    /** @return false when nobody could administer the hospital then */
    @Transactional
    public boolean enable(StaffMember by, String source, String login, boolean enabled) {
        if (!enabled && isLastAdministrator(by.facility(), login)) {
            return false;
        }
        jdbc.sql("update staff set enabled = :enabled, version = version + 1" + OF)
                .param("enabled", enabled)
                .param("facility", by.facility().value())
                .param("login", login)
                .update();
        note(by, source, enabled ? "staff.enable" : "staff.disable", login);
        return true;
    }

    /** Sets a member's own password; all other sessions of the member end. */
    @Transactional
    void ownPassword(StaffMember member, String source, String password) {
        jdbc.sql("update staff set password_hash = :hash, must_change = false, version = version + 1" + OF)
                .param("hash", passwords.encode(password))
                .param("facility", member.facility().value())
                .param("login", member.login())
                .update();
        note(member, source, "staff.password", member.login());
    }

    /** Locked for the rest of the transaction: of two who shut each other out one stays. */
    private boolean isLastAdministrator(FacilityId facility, String login) {
        List<String> administrators = rows(facility, SELECT + " for update").stream()
                .filter(StaffRow::administers)
                .map(StaffRow::login)
                .toList();
        return administrators.equals(List.of(login));
    }

    private List<StaffRow> rows(FacilityId facility, String sql) {
        return jdbc.sql(sql)
                .param("facility", facility.value())
                .query((row, n) -> new StaffRow(
                        row.getString("login"),
                        row.getString("full_name"),
                        StaffDirectory.roles(row.getString("roles")),
                        row.getBoolean("enabled"),
                        row.getBoolean("must_change")))
                .list();
    }

    private static String written(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private void note(StaffMember by, String source, String action, String object) {
        sessions.forget(object.split(":")[0]);
        audit.append(new AuditEntry(by.facility(), by.login(), source, action, object, "ok"));
    }
}
