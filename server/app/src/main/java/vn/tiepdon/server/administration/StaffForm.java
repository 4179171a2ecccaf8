package vn.tiepdon.server.administration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.tiepdon.server.staff.Role;

/** A member of staff as typed. */
public record StaffForm(String login, String fullName, List<String> roles) {

    private static final int LONGEST_NAME = 120;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");

    public StaffForm {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    String login(Typed typed) {
        String text = Typed.line(login);
        if (!LOGIN.matcher(text).matches()) {
            typed.wrong("login", "staff.login");
        }
        return text;
    }

    String fullName(Typed typed) {
        return typed.text("fullName", fullName, LONGEST_NAME);
    }

    Set<Role> roles(Typed typed) {
        EnumSet<Role> chosen = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (roles.contains(role.name())) {
                chosen.add(role);
            }
        }
        if (chosen.isEmpty()) {
            typed.wrong("roles", "staff.roles");
        }
        return chosen;
    }
}
