package vn.tiepdon.server.coverage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** With a token of software (SoftHSM 2), where there is one: {@code apt install softhsm2}. */
class TokenSigningTest {

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "123456";

    @TempDir
    Path folder;

    static boolean installed() {
        return Files.exists(LIBRARY) && Files.isExecutable(Path.of("/usr/bin/softhsm2-util"));
    }

    @Test
    @EnabledIf("installed")
    void aRecordIsSignedByATokenWhoseKeyNeverLeavesIt() throws Exception {
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Path softhsm = Files.writeString(
                folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        Path pkcs11 = Files.writeString(
                folder.resolve("pkcs11.conf"), "name = Hospital\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
        Path file = Files.write(
                folder.resolve("hospital.p12"), TestCertificate.rsa().pkcs12(PIN));
        run(softhsm, "softhsm2-util", "--init-token", "--free", "--label", "hospital", "--pin", PIN, "--so-pin", PIN);
        String said = run(
                softhsm,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TokenSigning.class.getName(),
                pkcs11.toString(),
                PIN,
                file.toString(),
                PIN);
        assertThat(said).endsWith("signed\n");
    }

    private String run(Path softhsm, String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(Map.of("SOFTHSM2_CONF", softhsm.toString()));
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(said);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
