package vn.tiepdon.simulator.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.tiepdon.api.desk.PatientEntry;

/** Looks through the logs of a whole run for anything of the patients who were there. */
public final class LogPrivacy {

    private final List<Secret> secrets;

    /** @param what never the value itself: a leak's report must not leak */
    private record Secret(String what, String value) {}

    public LogPrivacy(List<PatientEntry> patients) {
        this.secrets = patients.stream().flatMap(LogPrivacy::secrets).toList();
    }

    /** @return "national number in server.log, line 12"; empty when the logs keep quiet */
    public List<String> leaks(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .flatMap(file -> leaksIn(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> leaksIn(Path file) {
        try {
            List<String> lines = Files.readString(file, StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .lines()
                    .toList();
            List<String> leaks = new ArrayList<>();
            for (int line = 0; line < lines.size(); line++) {
                for (Secret secret : secrets) {
                    if (lines.get(line).contains(secret.value().toLowerCase(Locale.ROOT))) {
                        leaks.add("%s in %s, line %d".formatted(secret.what(), file.getFileName(), line + 1));
                    }
                }
            }
            return leaks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Secret> secrets(PatientEntry patient) {
        LocalDate born = LocalDate.parse(patient.birthDate());
        return Stream.of(
                new Secret("name", patient.fullName()),
                new Secret("national number", patient.nationalNumber()),
                new Secret("insurance number", patient.insuranceNumber()),
                new Secret("hospital code", patient.hospitalCode()),
                new Secret("birth date", born.toString()),
                new Secret("birth date", born.format(DateTimeFormatter.ofPattern("dd/MM/uuuu"))),
                new Secret("birth date", born.format(DateTimeFormatter.ofPattern("ddMMuuuu"))),
                new Secret("birth date", born.format(DateTimeFormatter.ofPattern("uuuuMMdd"))));
    }
}
