package vn.tiepdon.kiosk.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.kiosk.KioskParts;
import vn.tiepdon.kiosk.KioskSettings;
import vn.tiepdon.kiosk.client.ReceptionException;
import vn.tiepdon.kiosk.device.DeviceEvent;

/**
 * Starts the kiosk's own parts for some seconds, without its window, and listens to what they say: what works here works
 * in the kiosk. The kiosk itself should be off meanwhile, because a scanner and some printers serve one program at a time.
 */
final class Examination {

    private static final Duration LISTENING = Duration.ofSeconds(6);
    private static final Duration SERVER = Duration.ofSeconds(12);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(60);
    private static final long ENOUGH_MB = 200;
    private static final int JAVA = 17;
    private static final int READER_AND_LIST = 2;

    private final Map<DeviceHealth.Kind, Optional<FaultCode>> heard = new EnumMap<>(DeviceHealth.Kind.class);

    List<Finding> run() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        try {
            KioskSettings settings = KioskSettings.load();
            findings.add(disk(settings.dataFolder()));
            examine(settings, findings);
        } catch (IOException | IllegalArgumentException e) {
            findings.add(new Finding.Machine("settings", "settings.advice", e.getMessage()));
        }
        return findings;
    }

    private void examine(KioskSettings settings, List<Finding> findings) throws IOException, InterruptedException {
        Optional<Duration> blockListAge;
        try (KioskParts parts = KioskParts.open(settings)) {
            findings.addAll(server(parts));
            parts.start(this::listen);
            awaitParts(settings);
            blockListAge = parts.blockListAge();
        }
        findings.add(part("reader", DeviceHealth.Kind.CARD_READER, FaultCode.READER_MISSING));
        findings.add(blockList(blockListAge));
        if (settings.scannerPort().isPresent()) {
            findings.add(part("scanner", DeviceHealth.Kind.SCANNER, FaultCode.SCANNER_MISSING));
        }
        if (settings.printer().isPresent()) {
            findings.add(part("printer", DeviceHealth.Kind.PRINTER, FaultCode.PRINTER_UNREACHABLE));
        }
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return version >= JAVA
                ? new Finding.Well("java", System.getProperty("java.version"))
                : new Finding.Machine("java", "java.advice", System.getProperty("java.version"));
    }

    private static Finding disk(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
            FileStore store = Files.getFileStore(dataFolder);
            long free = store.getUsableSpace() >> 20;
            return Files.isWritable(dataFolder) && free >= ENOUGH_MB
                    ? new Finding.Well("disk", free + " MB")
                    : new Finding.Machine("disk", "disk.advice", free + " MB");
        } catch (IOException e) {
            return new Finding.Machine("disk", "disk.advice", String.valueOf(e.getMessage()));
        }
    }

    private static List<Finding> server(KioskParts parts) throws InterruptedException {
        try {
            KioskConfiguration house = parts.reception().configuration().get(SERVER.toMillis(), TimeUnit.MILLISECONDS);
            Duration off = Duration.between(Instant.now(), house.now()).abs();
            return List.of(
                    new Finding.Well("server", house.hospital().vi()),
                    off.compareTo(CLOCKS_MAY_DIFFER) < 0
                            ? new Finding.Well("clock", "")
                            : new Finding.Machine("clock", "clock.advice", off.toSeconds() + " s"));
        } catch (ExecutionException e) {
            FaultCode fault =
                    e.getCause() instanceof ReceptionException refused ? refused.fault() : FaultCode.SERVER_FAULT;
            return List.of(new Finding.Known("server", fault));
        } catch (TimeoutException e) {
            return List.of(new Finding.Known("server", FaultCode.SERVER_SLOW));
        }
    }

    private synchronized void listen(DeviceEvent event) {
        if (event instanceof DeviceEvent.PartChanged changed) {
            heard.put(changed.part(), Optional.ofNullable(changed.faultOrNull()));
            notifyAll();
        }
    }

    /** A part that is well says so at once; one that is not gets all the time there is. */
    private synchronized void awaitParts(KioskSettings settings) throws InterruptedException {
        int wanted = READER_AND_LIST
                + (settings.scannerPort().isPresent() ? 1 : 0)
                + (settings.printer().isPresent() ? 1 : 0);
        long end = System.nanoTime() + LISTENING.toNanos();
        long left = LISTENING.toMillis();
        while (left > 0 && heard.values().stream().filter(Optional::isEmpty).count() < wanted) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    private Finding blockList(Optional<Duration> age) {
        Finding found = part("blocklist", DeviceHealth.Kind.BLOCK_LIST, FaultCode.BLOCK_LIST_OLD);
        return found.isWell() && age.isPresent()
                ? new Finding.Well("blocklist", age.get().toMinutes() + " min")
                : found;
    }

    private synchronized Finding part(String name, DeviceHealth.Kind kind, FaultCode whenSilent) {
        return heard.getOrDefault(kind, Optional.of(whenSilent))
                .<Finding>map(fault -> new Finding.Known(name, fault))
                .orElseGet(() -> new Finding.Well(name, ""));
    }
}
