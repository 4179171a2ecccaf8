package vn.tiepdon.simulator.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void aProgramIsItsJarBesideItsLibrariesWithItsOwnOptions() throws Exception {
        Path target =
                Files.createDirectories(folder.resolve("server/app/target/lib")).getParent();
        Path jar = Files.createFile(target.resolve("tiepdon-server-1.jar"));
        Files.createFile(target.resolve("tiepdon-server-1-sources.jar"));
        Path options = Files.createFile(folder.resolve("server/app/server.jvmoptions"));
        assertThat(new Home(folder).server().jar()).isEqualTo(jar);
        assertThat(new Home(folder).server().options()).contains(options);
    }

    @Test
    void aProgramThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> new Home(folder).kiosk())
                .isInstanceOf(ProgramMissingException.class)
                .hasMessageContaining("kiosk is not built")
                .hasMessageContaining("mvnw");
    }

    @Test
    void theBuildSaysWhereTheProjectIs() {
        assertThat(Home.ofSystemProperty().root().resolve("simulators/pom.xml")).exists();
        assertThat(Home.ofSystemProperty().commit()).isNotBlank();
    }
}
