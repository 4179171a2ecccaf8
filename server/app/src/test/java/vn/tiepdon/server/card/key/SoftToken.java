package vn.tiepdon.server.card.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * A PKCS#11 token in software: SoftHSM 2. Which of its tokens there are is said by a file that the build names in
 * {@code SOFTHSM2_CONF}.
 */
public final class SoftToken {

    public static final String PIN = "271828";

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Path CONFIGURATION =
            Optional.ofNullable(System.getenv("SOFTHSM2_CONF")).map(Path::of).orElse(null);
    private static final int TOKENS = 24;
    private static final int SECONDS = 30;

    private SoftToken() {}

    public static boolean isInstalled() {
        return Files.exists(LIBRARY) && CONFIGURATION != null;
    }

    /**
     * @param exportable whether keys that are made in it may leave it
     * @return path of a SunPKCS11 configuration
     */
    public static String make(boolean exportable) {
        String slot = Pool.SLOTS.remove();
        try {
            return Files.writeString(CONFIGURATION.resolveSibling("token-" + slot + ".cfg"), """
                            name = Token%s
                            library = %s
                            slot = %s
                            attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
                              CKA_SENSITIVE = %s
                              CKA_EXTRACTABLE = %s
                            }
                            """.formatted(
                                    slot, LIBRARY, slot, !exportable, exportable))
                    .toString();
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    /** SoftHSM sees only the tokens that were there when it was loaded, once for each JVM. */
    private static final class Pool {

        static final Queue<String> SLOTS = fill();

        private static Queue<String> fill() {
            try {
                Path folder = Files.createDirectories(CONFIGURATION.resolveSibling("tokens-" + UUID.randomUUID()));
                Files.writeString(CONFIGURATION, "directories.tokendir = " + folder + "\nobjectstore.backend = file\n");
                Queue<String> slots = new ConcurrentLinkedQueue<>();
                for (int i = 0; i < TOKENS; i++) {
                    String said = util("--init-token", "--free", "--label", "t" + i, "--so-pin", PIN, "--pin", PIN);
                    slots.add(said.substring(said.lastIndexOf(' ') + 1));
                }
                return slots;
            } catch (IOException noDisk) {
                throw new UncheckedIOException(noDisk);
            }
        }
    }

    private static String util(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = "softhsm2-util";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process util = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(util.getInputStream().readAllBytes());
            if (!util.waitFor(SECONDS, TimeUnit.SECONDS) || util.exitValue() != 0) {
                throw new AssertionError("softhsm2-util: " + said);
            }
            return said.strip();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
