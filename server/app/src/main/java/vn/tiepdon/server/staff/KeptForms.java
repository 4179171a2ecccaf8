package vn.tiepdon.server.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a form travels through a login: each of its fields under a name of its own, beside the path it was sent to. */
public final class KeptForms {

    /** Reached by a forward within the server only. */
    public static final String LOGIN_PAGE = "/login/kept";

    /** Reached by a forward within the server only. */
    public static final String SEND_PAGE = "/login/send";

    /** Attribute of a request whose own fields are to be kept: the path it was sent to. */
    public static final String ASKED_FOR = KeptForms.class.getName() + ".target";

    /** Attribute of a request whose login or password was wrong. */
    public static final String REFUSED = KeptForms.class.getName() + ".refused";

    private static final String TARGET = "target";
    private static final String PREFIX = "kept.";
    private static final int MOST_FIELDS = 500;

    /** A path of this house, without another host or a query. */
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9/._~%-]{0,300}");

    private KeptForms() {}

    /** Where a form is to go after the login; empty for a login without one. */
    public static Optional<String> target(HttpServletRequest request) {
        Object asked = request.getAttribute(ASKED_FOR);
        String target = asked == null ? request.getParameter(TARGET) : asked.toString();
        return Optional.ofNullable(target)
                .filter(it -> PATH.matcher(it).matches())
                .filter(it -> !it.startsWith("/log"));
    }

    /** Passwords are typed again. */
    static List<Field> fields(HttpServletRequest request) {
        boolean own = request.getAttribute(ASKED_FOR) != null;
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            boolean kept = own ? !name.equals("_csrf") : name.startsWith(PREFIX);
            if (kept && !name.toLowerCase(Locale.ROOT).contains("password")) {
                for (String value : values) {
                    fields.add(new Field(own ? PREFIX + name : name, value));
                }
            }
        });
        return fields.subList(0, Math.min(MOST_FIELDS, fields.size()));
    }

    /** One value of a form. */
    public record Field(String name, String value) {

        Field bare() {
            return new Field(name.substring(PREFIX.length()), value);
        }

        @Override
        public String toString() {
            return "Field[…]";
        }
    }
}
