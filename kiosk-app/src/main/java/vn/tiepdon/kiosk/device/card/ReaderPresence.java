package vn.tiepdon.kiosk.device.card;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** Whether there is a reader to put a card on; tells only what has changed. */
final class ReaderPresence {

    private final Consumer<DeviceEvent> listener;
    private final Set<String> readers = new HashSet<>();
    private boolean serviceDown;
    private boolean told;
    private FaultCode last;

    ReaderPresence(Consumer<DeviceEvent> listener) {
        this.listener = listener;
    }

    synchronized void ready(String reader) {
        serviceDown = false;
        readers.add(reader);
        tell();
    }

    /** Told after a service was lost too, for each of its readers. */
    synchronized void gone(String reader) {
        readers.remove(reader);
        tell();
    }

    synchronized void serviceLost() {
        serviceDown = true;
        readers.clear();
        tell();
    }

    synchronized void serviceBack() {
        serviceDown = false;
        tell();
    }

    /** Says what is so now, even when nothing has happened since the start. */
    synchronized void tell() {
        FaultCode now =
                serviceDown ? FaultCode.READER_SERVICE_DOWN : readers.isEmpty() ? FaultCode.READER_MISSING : null;
        if (!told || now != last) {
            told = true;
            last = now;
            listener.accept(new DeviceEvent.PartChanged(DeviceHealth.Kind.CARD_READER, now));
        }
    }
}
