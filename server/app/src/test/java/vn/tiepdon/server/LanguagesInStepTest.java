package vn.tiepdon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class LanguagesInStepTest {

    @Test
    void everyTextOfEveryPageIsThereInBothLanguages() throws IOException {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        Resource[] bundles = files.getResources("classpath:messages/*.properties");
        assertThat(bundles).isNotEmpty();
        for (Resource bundle : bundles) {
            String name = bundle.getFilename();
            if (name.endsWith("_en.properties")) {
                continue;
            }
            Resource english = files.getResource("classpath:messages/" + name.replace(".properties", "_en.properties"));
            Properties vi = read(bundle);
            Properties en = read(english);
            assertThat(new TreeSet<>(en.stringPropertyNames()))
                    .as(name)
                    .isEqualTo(new TreeSet<>(vi.stringPropertyNames()));
            for (String key : vi.stringPropertyNames()) {
                assertThat(vi.getProperty(key)).as(key).isNotBlank();
                assertThat(en.getProperty(key)).as(key).isNotBlank();
                assertThat(en.getProperty(key).contains("{0}"))
                        .as(key)
                        .isEqualTo(vi.getProperty(key).contains("{0}"));
            }
        }
    }

    private static Properties read(Resource bundle) throws IOException {
        Properties texts = new Properties();
        texts.load(new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8));
        return texts;
    }
}
