package vn.tiepdon.simulator.card.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Provider;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;

/**
 * {@code TerminalFactory.PC/SC} with readers in memory, for a laptop without a PC/SC service.
 *
 * <p>A kiosk names this class in its configuration, with the simulators on its class path; it then opens the ports of
 * vpcd on loopback, and {@code ./tiepdon simulate card} puts cards in from another process, as it would with the real
 * service.
 */
public final class MemoryReaderProvider extends Provider {

    private static final long serialVersionUID = 1L;
    private static final String SERVICE = "TerminalFactory";

    /** Two readers that listen on vpcd's ports. */
    public MemoryReaderProvider() {
        this(listening());
    }

    /** Readers of the caller's own. */
    public MemoryReaderProvider(MemoryReaders readers) {
        super("TiepDonMemoryReaders", "1.0", "smart card readers in memory");
        putService(new Service(this, SERVICE, "PC/SC", Factory.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Factory(readers);
            }
        });
    }

    private static MemoryReaders listening() {
        MemoryReaders readers = new MemoryReaders();
        try {
            VpcdPort.open(readers.add("Virtual PCD 00 00"), VpcdPort.FIRST);
            VpcdPort.open(readers.add("Virtual PCD 00 01"), VpcdPort.FIRST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("vpcd's ports are taken: is a real PC/SC service running?", e);
        }
        return readers;
    }

    private static final class Factory extends TerminalFactorySpi {

        private final MemoryReaders readers;

        private Factory(MemoryReaders readers) {
            this.readers = readers;
        }

        @Override
        protected CardTerminals engineTerminals() {
            return new MemoryTerminals(readers);
        }
    }
}
