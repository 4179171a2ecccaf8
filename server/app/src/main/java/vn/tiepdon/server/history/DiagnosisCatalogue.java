package vn.tiepdon.server.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.patient.SearchName;

/**
 * The names of illnesses: of the ministry's list when it was loaded, then of the codes that outpatient chronic care meets
 * every day and that ship with the program. Other codes are named by who types them.
 */
@Component
public class DiagnosisCatalogue {

    private static final int FOUND = 30;

    private final JdbcClient jdbc;
    private final Map<Icd10, Diagnosis> shipped;

    DiagnosisCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.shipped = read();
    }

    public Optional<Diagnosis> find(Icd10 code) {
        return jdbc.sql("select code, name_vi, name_en from icd10 where code = :code")
                .param("code", code.code())
                .query((row, n) -> diagnosis(row))
                .optional()
                .or(() -> Optional.ofNullable(shipped.get(code)));
    }

    /** What ships with the program, by code: as many as a page can carry. */
    public Collection<Diagnosis> shipped() {
        return Collections.unmodifiableCollection(shipped.values());
    }

    /** Thirty at most, by code: those whose code begins so, or whose Vietnamese name has this within it. */
    public List<Diagnosis> search(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replace(".", "");
        String name = SearchName.of(typed);
        if (name.isBlank()) {
            return List.of();
        }
        List<Diagnosis> found = jdbc.sql("""
                        select code, name_vi, name_en from icd10
                        where replace(code, '.', '') like :code or search_name like :name
                        order by case when replace(code, '.', '') like :code then 0 else 1 end, code
                        limit :most""")
                .param("code", escaped(code) + "%")
                .param("name", "%" + escaped(name) + "%")
                .param("most", FOUND)
                .query((row, n) -> diagnosis(row))
                .list();
        return found.isEmpty()
                ? shipped.values().stream()
                        .filter(it -> it.code().code().replace(".", "").startsWith(code)
                                || SearchName.of(it.name().vi()).contains(name))
                        .limit(FOUND)
                        .toList()
                : found;
    }

    private static String escaped(String typed) {
        return typed.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static Diagnosis diagnosis(ResultSet row) throws SQLException {
        return new Diagnosis(
                new Icd10(row.getString("code")),
                new Text(shortened(row.getString("name_vi")), shortened(row.getString("name_en"))));
    }

    /** The ministry's longest names are longer than what a visit keeps. */
    private static String shortened(String name) {
        return name.length() <= Diagnosis.LONGEST_NAME
                ? name
                : name.substring(0, Diagnosis.LONGEST_NAME - 1).stripTrailing() + "…";
    }

    private static Map<Icd10, Diagnosis> read() {
        Map<Icd10, Diagnosis> known = new LinkedHashMap<>();
        try (InputStream in =
                        Objects.requireNonNull(DiagnosisCatalogue.class.getResourceAsStream("icd10.csv"), "icd10.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split(";");
                Icd10 code = new Icd10(fields[0]);
                if (known.put(code, new Diagnosis(code, new Text(fields[1], fields[2]))) != null) {
                    throw new IllegalStateException("twice in icd10.csv: " + fields[0]);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return known;
    }
}
