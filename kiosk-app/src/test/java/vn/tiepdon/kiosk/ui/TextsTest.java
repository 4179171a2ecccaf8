package vn.tiepdon.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tiepdon.kiosk.flow.State;

class TextsTest {

    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern KEY = Pattern.compile("say\\(\\s*\"([a-z]+(?:\\.[a-z]+)+)\"");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties vi = texts("vi");
        Properties en = texts("en");
        assertThat(vi.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (String key : vi.stringPropertyNames()) {
            assertThat(vi.getProperty(key)).as(key).isNotBlank();
            assertThat(en.getProperty(key)).as(key).isNotBlank();
            // English needs no form of address.
            assertThat(holes(vi.getProperty(key))).as(key).containsAll(holes(en.getProperty(key)));
        }
    }

    @Test
    void everyTextThatAScreenAsksForIsThere() throws IOException {
        Set<String> known = texts("vi").stringPropertyNames();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vn/tiepdon/kiosk/ui"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher asked = KEY.matcher(Files.readString(source));
                while (asked.find()) {
                    assertThat(known).as(source.toString()).contains(asked.group(1));
                }
            }
        }
    }

    @Test
    void noTextStandsInTheCode() throws IOException {
        Pattern vietnamese =
                Pattern.compile("\"[^\"]*[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][^\"]*\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vn/tiepdon/kiosk/ui"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(source)
                        .replaceAll("(?s)/\\*.*?\\*/", "")
                        .replace("\"Tiếp Đón\"", "");
                assertThat(vietnamese
                                .matcher(code)
                                .results()
                                .map(found -> found.group())
                                .toList())
                        .as(source.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyScreenHasWordsToBeSpokenInBothLanguages() throws IOException {
        for (String language : new String[] {"vi", "en"}) {
            Properties guide = new Properties();
            try (Reader reader =
                    Files.newBufferedReader(Path.of("src/main/audio/guide_%s.properties".formatted(language)))) {
                guide.load(reader);
            }
            for (Class<?> state : State.class.getPermittedSubclasses()) {
                assertThat(guide.getProperty(state.getSimpleName(), ""))
                        .as("%s in %s", state.getSimpleName(), language)
                        .isNotBlank();
            }
        }
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        HOLE.matcher(text).results().forEach(hole -> holes.add(hole.group(1)));
        return holes;
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Words.class.getResourceAsStream("kiosk_%s.properties".formatted(language)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
