package vn.tiepdon.simulator.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchReportTest {

    @TempDir
    Path folder;

    private final BenchReport report = new BenchReport("kill", 200, "h2")
            .add("kill.h2.acknowledged", 1234, "count")
            .add("kill.h2.lost", 1, "count", 0, BenchReport.Better.LESS, "what the witness saw")
            .add("tap.ratio", 1.239, "ratio", 1.5, BenchReport.Better.LESS, "the floor");

    @Test
    void theFileHoldsContextValuesAndGoals() {
        JsonNode file =
                JsonMapper.shared().readTree(report.write(new Home(folder)).toFile());
        assertThat(file.get("bench").asString()).isEqualTo("kill");
        assertThat(file.get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(file.get("context").propertyNames())
                .containsExactlyInAnyOrder("commit", "java", "cores", "rounds", "database");
        JsonNode results = file.get("results");
        assertThat(results.get(0).propertyNames()).containsExactlyInAnyOrder("metric", "value", "unit");
        assertThat(results.get(2).get("value").asDouble()).isEqualTo(1.24);
        assertThat(results.get(2).get("better").asString()).isEqualTo("less");
    }

    @Test
    void peopleSeeWhatWasMissedAndAgainstWhat() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String table = bytes.toString(StandardCharsets.UTF_8);
        assertThat(table).containsPattern("kill\\.h2\\.acknowledged +1,234 count");
        assertThat(table).containsPattern("kill\\.h2\\.lost +1 count +≤ 0 +NOT MET +what the witness saw");
        assertThat(table).containsPattern("tap\\.ratio +1\\.24 ratio +≤ 1\\.50 +met +the floor");
    }
}
