package vn.tiepdon.kiosk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.api.fault.FaultCode;

class FindingTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Test
    void theTextsOfBothLanguagesAreInStep() {
        assertThat(Doctor.texts(VIETNAMESE).keySet())
                .isEqualTo(Doctor.texts(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void aBrokenPartComesWithItsMarkAndWithWhatToDoNow(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String said = new Finding.Known("printer", FaultCode.PRINTER_OUT_OF_PAPER).say(Doctor.texts(locale), locale);
        assertThat(said).contains("I01").contains("80 mm");
    }

    @Test
    void onlyAWellPartIsWell() {
        assertThat(new Finding.Well("java", "17").isWell()).isTrue();
        assertThat(new Finding.Machine("disk", "disk.advice", "3 MB").isWell()).isFalse();
    }
}
