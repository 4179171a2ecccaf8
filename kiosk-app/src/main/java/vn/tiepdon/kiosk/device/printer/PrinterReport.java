package vn.tiepdon.kiosk.device.printer;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** Says once what has changed: a printer without paper for a morning is one line in the log, not thousands. */
final class PrinterReport {

    private static final Logger LOG = LoggerFactory.getLogger(PrinterReport.class);

    private final Consumer<DeviceEvent> listener;
    private boolean told;
    private FaultCode last;

    PrinterReport(Consumer<DeviceEvent> listener) {
        this.listener = listener;
    }

    void well() {
        if (changed(null)) {
            LOG.info("printer is ready");
        }
    }

    void broken(FaultCode fault, Exception cause) {
        if (changed(fault)) {
            LOG.warn("printer cannot print: {} ({})", fault, cause.getMessage());
        }
    }

    private boolean changed(FaultCode fault) {
        if (told && last == fault) {
            return false;
        }
        told = true;
        last = fault;
        listener.accept(new DeviceEvent.PartChanged(DeviceHealth.Kind.PRINTER, fault));
        return true;
    }
}
