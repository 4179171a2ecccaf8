package vn.tiepdon.server.desk;

import org.springframework.stereotype.Component;

/** Birth dates as people here write them, for the templates. */
@Component
class BirthDates {

    /** {@code 1950-03-02} as {@code 02/03/1950}, {@code 1950-03} as {@code 03/1950}, {@code 1950} as it is. */
    public String written(String iso) {
        String[] parts = iso.split("-");
        StringBuilder written = new StringBuilder();
        for (int i = parts.length - 1; i >= 0; i--) {
            written.append(parts[i]).append(i == 0 ? "" : "/");
        }
        return written.toString();
    }
}
