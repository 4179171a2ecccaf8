package vn.tiepdon.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.HospitalClock;

/** Whether a session still holds: other roles, another password and being shut out end it within a second or two. */
@Component
public class StaffSessions {

    static final Duration AGE = Duration.ofSeconds(1);

    private static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final HospitalClock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    StaffSessions(JdbcClient jdbc, HospitalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean holds(StaffMember member) {
        Instant now = clock.now();
        Known before = known.get(member.login());
        if (before == null || Duration.between(before.read(), now).abs().compareTo(AGE) >= 0) {
            if (known.size() >= MOST) {
                known.clear();
            }
            before = new Known(version(member.login()), now);
            known.put(member.login(), before);
        }
        return before.version().filter(it -> it == member.version()).isPresent();
    }

    void forget(String login) {
        known.remove(login);
    }

    /** Empty for a login that is shut out. */
    private Optional<Integer> version(String login) {
        return jdbc.sql("select version from staff where login = :login and enabled = true")
                .param("login", login)
                .query(Integer.class)
                .optional();
    }

    private record Known(Optional<Integer> version, Instant read) {}
}
