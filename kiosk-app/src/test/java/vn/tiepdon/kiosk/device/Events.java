package vn.tiepdon.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a device has told, in order. */
public final class Events implements Consumer<DeviceEvent> {

    private final BlockingQueue<DeviceEvent> told = new LinkedBlockingQueue<>();

    @Override
    public void accept(DeviceEvent event) {
        told.add(event);
    }

    /** The next event, which must be this one. */
    public void expect(DeviceEvent expected) throws InterruptedException {
        assertThat(next()).isEqualTo(expected);
    }

    public DeviceEvent next() throws InterruptedException {
        DeviceEvent event = told.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("an event within 20 s").isNotNull();
        return event;
    }

    public void expectNothingFor(long millis) throws InterruptedException {
        assertThat(told.poll(millis, TimeUnit.MILLISECONDS)).isNull();
    }

    /** Drops what is told until nothing is for so long. */
    public void skipUntilQuietFor(long millis) throws InterruptedException {
        while (told.poll(millis, TimeUnit.MILLISECONDS) != null) {
            // one more that came late
        }
    }
}
