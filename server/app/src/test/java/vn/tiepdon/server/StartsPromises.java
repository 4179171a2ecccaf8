package vn.tiepdon.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;

abstract class StartsPromises {

    @LocalServerPort
    int port;

    @Test
    void saysThatItIsUpWithoutLogin() {
        String answer = RestClient.create("http://localhost:" + port)
                .get()
                .uri(ApiPaths.HEALTH)
                .retrieve()
                .body(String.class);
        assertThat(answer).isEqualTo("{\"status\":\"UP\"}");
    }
}

@OnH2
class StartsOnH2Test extends StartsPromises {}

@OnPostgres
class StartsOnPostgresTest extends StartsPromises {}
