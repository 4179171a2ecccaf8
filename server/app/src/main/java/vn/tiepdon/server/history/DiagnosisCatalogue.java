package vn.tiepdon.server.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;

/** The codes that outpatient chronic care meets every day, with their names; other codes are named by who types them. */
@Component
public class DiagnosisCatalogue {

    private final Map<Icd10, Diagnosis> known;

    DiagnosisCatalogue() {
        this.known = read();
    }

    public Optional<Diagnosis> find(Icd10 code) {
        return Optional.ofNullable(known.get(code));
    }

    /** By code. */
    public Collection<Diagnosis> all() {
        return Collections.unmodifiableCollection(known.values());
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
