package vn.tiepdon.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.kiosk.Address;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.IdentificationRequest;
import vn.tiepdon.api.kiosk.Person;
import vn.tiepdon.api.kiosk.Presentation;

class WireFormatTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aPresentationKeepsItsKindOverTheWire() {
        IdentificationRequest sent = new IdentificationRequest(new Presentation.TypedNumber("BN000123"));
        String wire = json.writeValueAsString(sent);
        assertThat(wire).isEqualTo("{\"presentation\":{\"kind\":\"typed-number\",\"digits\":\"BN000123\"}}");
        assertThat(json.readValue(wire, IdentificationRequest.class)).isEqualTo(sent);
    }

    @Test
    void anIdentificationKeepsItsLevelOverTheWire() {
        Identification claimed = new Identification.Claimed(
                UUID.randomUUID(), new Person("NGUYỄN T. M.", Address.BA), List.of(), List.of());
        String wire = json.writeValueAsString(claimed);
        assertThat(json.readValue(wire, Identification.class)).isEqualTo(claimed);
        assertThat(wire).contains("\"level\":\"claimed\"").doesNotContain("history");
    }

    @Test
    void aChipThatProvesNobodySaysWhyOverTheWire() {
        Identification.Claimed claimed = new Identification.Claimed(
                UUID.randomUUID(),
                new Person("NGUYỄN T. M.", Address.BA),
                List.of(),
                List.of(),
                ChipDoubt.ISSUER_UNKNOWN);
        String wire = json.writeValueAsString(claimed);
        assertThat(wire).contains("\"chipDoubt\":\"ISSUER_UNKNOWN\"");
        assertThat(json.readValue(wire, Identification.class)).isEqualTo(claimed);
        String older = wire.replace(",\"chipDoubt\":\"ISSUER_UNKNOWN\"", "");
        assertThat(((Identification.Claimed) json.readValue(older, Identification.class)).chipDoubt())
                .isNull();
    }

    @Test
    void noPresentationPrintsWhatItHolds() {
        assertThat(new IdentificationRequest(new Presentation.TypedNumber("001190000123")).toString())
                .doesNotContain("001190000123");
    }
}
