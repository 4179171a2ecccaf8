package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A card has no int, no String, no garbage collector: what compiles here must also convert for a real card. */
class JavaCardSubsetTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\b(int|long|float|double|char|String|Object|List|Map|Integer|synchronized|enum|record|"
                    + "interface|assert|var|throw|try|lambda)\\b|->|::|\"|@|<[A-Z]|\\bfor \\([^;]*:");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?!javacard\\.(framework|security)\\.)");
    private static final Pattern ALLOCATION = Pattern.compile("\\bnew \\w+|makeTransient\\w+|getInstance\\(");

    @Test
    void theSourceStaysInsideTheJavaCardSubset() throws IOException {
        for (Path file : sources()) {
            String code = code(file);
            assertThat(FORBIDDEN.matcher(code).results().map(match -> match.group()))
                    .as(file.getFileName().toString())
                    .isEmpty();
            assertThat(IMPORT.matcher(code).find())
                    .as(file.getFileName().toString())
                    .isFalse();
        }
    }

    @Test
    void memoryIsTakenOnlyWhenTheAppletIsInstalled() throws IOException {
        for (Path file : sources()) {
            String name = file.getFileName().toString().replace(".java", "");
            String code = code(file);
            Pattern atInstallation = Pattern.compile("(?ms)^    (private )?" + name
                    + "\\([^)]*\\) \\{.*?^    }|^    (public )?static \\w+ (install|newKeyPair)\\(.*?^    }");
            String atRunTime = atInstallation.matcher(code).replaceAll("");
            assertThat(ALLOCATION.matcher(atRunTime).find()).as(name).isFalse();
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/vn/tiepdon/applet"))) {
            List<Path> sources =
                    files.filter(file -> !file.endsWith("package-info.java")).toList();
            assertThat(sources).isNotEmpty();
            return sources;
        }
    }

    private static String code(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }
}
