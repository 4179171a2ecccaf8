package vn.tiepdon.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.api.Text;

class FaultCatalogueTest {

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void everyFaultSpeaksToPatientReceptionAndTechnicianInBothLanguages(FaultCode code) {
        FaultText text = FaultCatalogue.shipped().of(code);
        assertThat(Stream.of(text.patient(), text.reception(), text.technician())
                        .flatMap(FaultCatalogueTest::both))
                .allSatisfy(said -> assertThat(said).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void thePatientIsNeverToldACodeOrTheWordForError(FaultCode code) {
        assertThat(both(FaultCatalogue.shipped().of(code).patient()))
                .allSatisfy(said -> assertThat(said).doesNotContain(code.mark(), "Lỗi", "lỗi", "rror"));
    }

    @Test
    void everyMarkIsUsedOnce() {
        assertThat(Arrays.stream(FaultCode.values()).map(FaultCode::mark)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void theCatalogueHoldsNoTextThatNoFaultUses(String language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("vn.tiepdon.api.fault.faults", Locale.forLanguageTag(language));
        assertThat(bundle.keySet()).hasSize(FaultCode.values().length * 3);
    }

    private static Stream<String> both(Text text) {
        return Stream.of(text.vi(), text.en());
    }
}
