package vn.tiepdon.server.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's own password. */
@Controller
@RequestMapping("/password")
class PasswordPage {

    private static final int SHORTEST = 10;

    private final StaffDirectory staff;
    private final StaffBook book;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    PasswordPage(StaffDirectory staff, StaffBook book, PasswordEncoder passwords, LoginThrottle throttle) {
        this.staff = staff;
        this.book = book;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember member, Authentication login, Model model) {
        model.addAttribute("member", member);
        model.addAttribute(
                "first", login.getAuthorities().stream().anyMatch(it -> ("ROLE_" + StaffAuthentication.NEWCOMER)
                        .equals(it.getAuthority())));
        return "staff/password";
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal StaffMember member,
            Authentication login,
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String newPasswordAgain,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Wrong> wrong = wrong(member, request.getRemoteAddr(), oldPassword, newPassword, newPasswordAgain);
        if (wrong.isPresent()) {
            model.addAttribute("wrong", wrong.get());
            return page(member, login, model);
        }
        book.ownPassword(member, request.getRemoteAddr(), newPassword);
        stay(member, login, request, response);
        return "redirect:/?password";
    }

    private Optional<Wrong> wrong(StaffMember member, String source, String old, String fresh, String again) {
        String key = member.login() + "@" + source;
        String hash = staff.account(member.login())
                .map(StaffDirectory.Account::passwordHash)
                .orElse("");
        boolean right = old.length() <= StaffAuthentication.LONGEST_PASSWORD
                && !throttle.isClosed(key)
                && passwords.matches(old, hash);
        if (!right) {
            throttle.failed(key);
            return Optional.of(Wrong.OLD);
        }
        throttle.succeeded(key);
        if (fresh.length() < SHORTEST) {
            return Optional.of(Wrong.SHORT);
        }
        if (fresh.getBytes(StandardCharsets.UTF_8).length > StaffAuthentication.LONGEST_PASSWORD) {
            return Optional.of(Wrong.LONG);
        }
        if (!fresh.equals(again)) {
            return Optional.of(Wrong.DIFFERENT);
        }
        return fresh.equals(old) ? Optional.of(Wrong.SAME) : Optional.empty();
    }

    /** This session goes on under the new version of the login, and with its roles. */
    private void stay(
            StaffMember member, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        staff.account(member.login()).ifPresent(account -> {
            request.changeSessionId();
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(StaffAuthentication.authenticated(account, login.getDetails()));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        });
    }

    /** Why a password is not taken. */
    enum Wrong {
        OLD,
        SHORT,
        LONG,
        DIFFERENT,
        SAME
    }
}
