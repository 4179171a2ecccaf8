package vn.tiepdon.server.staff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** The staff of all hospitals; a login is unique over all of them. */
@Repository
public class StaffDirectory {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    StaffDirectory(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    public boolean isEmpty() {
        return jdbc.sql("select count(*) from staff").query(Long.class).single() == 0;
    }

    /** Adds a login that can be used at once. */
    public void add(StaffMember member, String password) {
        jdbc.sql("""
                insert into staff (facility_id, login, password_hash, full_name, roles, enabled)
                values (:facility, :login, :hash, :name, :roles, true)
                """)
                .param("facility", member.facility().value())
                .param("login", member.login())
                .param("hash", passwords.encode(password))
                .param("name", member.fullName())
                .param(
                        "roles",
                        String.join(
                                ",",
                                member.roles().stream().map(Role::name).sorted().toList()))
                .update();
    }

    /** Who may log in at a hospital and has a role there, by login. */
    public List<StaffMember> withRole(FacilityId facility, Role role) {
        return jdbc
                .sql("select login, full_name, roles from staff where facility_id = :facility and enabled = true"
                        + " order by login")
                .param("facility", facility.value())
                .query((row, n) -> new StaffMember(
                        facility, row.getString("login"), row.getString("full_name"), roles(row.getString("roles"))))
                .list()
                .stream()
                .filter(it -> it.roles().contains(role))
                .toList();
    }

    Optional<Account> account(String login) {
        return jdbc.sql("select * from staff where login = :login and enabled = true")
                .param("login", login)
                .query((row, n) -> new Account(
                        new StaffMember(
                                new FacilityId(row.getInt("facility_id")),
                                row.getString("login"),
                                row.getString("full_name"),
                                roles(row.getString("roles")),
                                row.getInt("version")),
                        row.getString("password_hash"),
                        row.getBoolean("must_change")))
                .optional();
    }

    static Set<Role> roles(String names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names.split(",")).map(Role::valueOf).forEach(roles::add);
        return Set.copyOf(roles);
    }

    /** @param mustChange whether somebody else has set the password */
    record Account(StaffMember member, String passwordHash, boolean mustChange) {
        @Override
        public String toString() {
            return "Account[" + member + "]";
        }
    }
}
