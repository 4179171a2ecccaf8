package vn.tiepdon.server.facility;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tiepdon.server.settings.TiepDonSettings;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ClockConfiguration.class);

    /** @throws IllegalStateException when a hospital that is not invented shall have a time of its own */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(ClockSettings wanted, TiepDonSettings settings) {
        if (wanted.starts() == null && wanted.speed() == 1) {
            return Clock.systemUTC();
        }
        if (!settings.synthetic().enabled() || wanted.starts() == null) {
            throw new IllegalStateException("tiepdon.synthetic.clock needs tiepdon.synthetic.enabled and a start");
        }
        log.warn("the hospital's clock begins at {} and runs {} times as fast", wanted.starts(), wanted.speed());
        return new InventedClock(wanted.starts().toInstant(), wanted.speed(), System::nanoTime);
    }
}
