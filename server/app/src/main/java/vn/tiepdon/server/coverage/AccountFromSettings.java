package vn.tiepdon.server.coverage;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.facility.FacilityId;

/** Takes the account from the settings, where they name one; from then on it lies sealed in the database. */
@Component
class AccountFromSettings {

    private static final Logger log = LoggerFactory.getLogger(AccountFromSettings.class);

    private final CoverageSettings settings;
    private final GatewayAccounts accounts;
    private final JdbcClient jdbc;

    AccountFromSettings(CoverageSettings settings, GatewayAccounts accounts, JdbcClient jdbc) {
        this.settings = settings;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @EventListener
    void take(ApplicationReadyEvent ready) {
        if (settings.url().isBlank()) {
            return;
        }
        jdbc.sql("select min(facility_id) from facility")
                .query(Integer.class)
                .optional()
                .ifPresent(first -> {
                    accounts.save(
                            new FacilityId(first),
                            URI.create(settings.url()),
                            settings.user(),
                            settings.password(),
                            settings.staffName(),
                            settings.staffNumber(),
                            "settings");
                    log.info("the insurance's account was taken from the settings");
                });
    }
}
