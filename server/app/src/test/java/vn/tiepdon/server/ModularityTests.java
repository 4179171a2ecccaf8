package vn.tiepdon.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresUseEachOtherOnlyThroughTheirFaces() {
        ApplicationModules.of(TiepDonServer.class).verify();
    }
}
