package vn.tiepdon.server.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a login and its password, for the login page and for HTTP Basic alike. */
@Component
public class StaffAuthentication implements AuthenticationProvider {

    /** Of whoever must change the password before anything else, whatever the roles. */
    public static final String NEWCOMER = "NEWCOMER";

    /** BCrypt reads no further; longer input is nobody's password. */
    static final int LONGEST_PASSWORD = 72;

    private static final int LONGEST_LOGIN = 60;

    private final StaffDirectory staff;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final String nobodysHash;

    StaffAuthentication(StaffDirectory staff, PasswordEncoder passwords, LoginThrottle throttle) {
        this.staff = staff;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobodysHash = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        if (login.length() > LONGEST_LOGIN || password.length() > LONGEST_PASSWORD) {
            throw new BadCredentialsException("too long");
        }
        String key = login + "@" + address(attempt);
        if (throttle.isClosed(key)) {
            throw new LockedException("throttled");
        }
        Optional<StaffDirectory.Account> account = staff.account(login);
        // The same work for a login that does not exist, so that the time taken does not tell.
        String hash = account.map(StaffDirectory.Account::passwordHash).orElse(nobodysHash);
        boolean right = passwords.matches(password, hash);
        if (account.isEmpty() || !right) {
            throttle.failed(key);
            throw new BadCredentialsException("login or password");
        }
        throttle.succeeded(key);
        return authenticated(account.get(), attempt.getDetails());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    static Authentication authenticated(StaffDirectory.Account account, Object details) {
        StaffMember member = account.member();
        List<SimpleGrantedAuthority> authorities = account.mustChange()
                ? List.of(new SimpleGrantedAuthority("ROLE_" + NEWCOMER))
                : member.roles().stream()
                        .map(Role::authority)
                        .map(SimpleGrantedAuthority::new)
                        .toList();
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(member, null, authorities);
        token.setDetails(details);
        return token;
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
