package vn.tiepdon.server.coverage.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.gateway.AccountChange;

/** Reads the form of the account, and gathers what is wrong with it. */
final class AccountReader {

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._@-]{1,60}");
    private static final Pattern STAFF_NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]");
    private static final int LONGEST_URL = 200;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PASSWORD = 200;

    private final List<Complaint> complaints = new ArrayList<>();
    private final boolean first;

    /** @param first whether there is no account yet, so that nothing may be left as it is */
    AccountReader(boolean first) {
        this.first = first;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    /** Empty when there are complaints. */
    Optional<AccountChange> read(AccountForm form) {
        Optional<URI> url = url(line(form.url()));
        String user = line(form.user());
        if (!USER.matcher(user).matches()) {
            wrong("user", "user");
        }
        String staff = line(form.staffName());
        if (staff.isEmpty() || staff.length() > LONGEST_NAME) {
            wrong("staffName", "name");
        }
        String code = line(form.facilityCode());
        if (!code.isEmpty() && FacilityCode.parse(code).isEmpty()) {
            wrong("facilityCode", "code");
        }
        Optional<String> password = secret("password", form.password());
        if (password.filter(it -> it.length() > LONGEST_PASSWORD).isPresent()) {
            wrong("password", "secret");
        }
        Optional<String> number = secret("staffNumber", line(form.staffNumber()));
        if (number.filter(it -> !STAFF_NUMBER.matcher(it).matches()).isPresent()) {
            wrong("staffNumber", "number");
        }
        return complaints.isEmpty()
                ? url.map(address -> new AccountChange(
                        address,
                        user,
                        password,
                        staff,
                        number,
                        Optional.of(code).filter(it -> !it.isEmpty()),
                        Boolean.TRUE.equals(form.roomsOrder())))
                : Optional.empty();
    }

    /** In the clear it would tell everybody on the way who is ill: only to a gateway on this computer. */
    private Optional<URI> url(String text) {
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean bare = url.getHost() != null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null
                    && text.length() <= LONGEST_URL;
            boolean safe = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme())
                            && LOOPBACK.matcher(url.getHost() == null ? "" : url.getHost())
                                    .matches();
            if (bare && safe) {
                return Optional.of(url);
            }
        } catch (URISyntaxException noAddress) {
            wrong("url", "url");
            return Optional.empty();
        }
        wrong("url", "url");
        return Optional.empty();
    }

    private Optional<String> secret(String field, String typed) {
        Optional<String> secret = Optional.ofNullable(typed).filter(it -> !it.isEmpty());
        if (secret.isEmpty() && first) {
            wrong(field, "secret");
        }
        return secret;
    }

    private void wrong(String field, String text) {
        complaints.add(new Complaint(field, "insurance.wrong." + text, List.of()));
    }

    private static String line(String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC)
                        .replaceAll("[\\s\\p{Cc}]+", " ")
                        .strip();
    }
}
