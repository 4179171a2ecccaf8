package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcscFaultTest {

    @ParameterizedTest
    @CsvSource({
        "SCARD_W_REMOVED_CARD, REMOVED",
        "SCARD_E_NO_SMARTCARD, REMOVED",
        "SCARD_W_RESET_CARD, RESET",
        "SCARD_W_UNRESPONSIVE_CARD, MUTE",
        "SCARD_E_NOT_TRANSACTED, BROKEN_EXCHANGE",
        "SCARD_E_NO_SERVICE, SERVICE",
        "SCARD_E_SERVICE_STOPPED, SERVICE",
        "SCARD_E_INVALID_HANDLE, SERVICE",
        "SCARD_E_READER_UNAVAILABLE, SERVICE"
    })
    void theNameIsFoundHoweverTheProviderHidesIt(String name, PcscFault fault) {
        assertThat(PcscFault.of(new CardException(name))).isEqualTo(fault);
        assertThat(PcscFault.of(new CardException("x got response 0x1 (" + name + ": y)")))
                .isEqualTo(fault);
        assertThat(PcscFault.of(new IllegalStateException(new CardException("connect", new CardException(name)))))
                .isEqualTo(fault);
    }

    @Test
    void anAbsentCardIsKnownByItsType() {
        assertThat(PcscFault.of(new CardException(new CardNotPresentException("No card present"))))
                .isEqualTo(PcscFault.REMOVED);
    }

    @Test
    void whatNobodyNamedIsTheServicesFault() {
        CardException loop = new CardException("odd");
        assertThat(PcscFault.of(loop)).isEqualTo(PcscFault.SERVICE);
        assertThat(PcscFault.name(loop)).isEqualTo("CardException");
    }

    @Test
    void causesThatGoRoundInACircleComeToAnEnd() {
        CardException inner = new CardException("inner");
        CardException outer = new CardException("outer", inner);
        inner.initCause(outer);
        assertThat(PcscFault.of(outer)).isEqualTo(PcscFault.SERVICE);
    }

    @Test
    void theJdksProviderLeavesFetchingOfAnswersToUs() {
        assertThat(PcscProvider.named("jdk")).isNotNull();
        assertThat(System.getProperty("sun.security.smartcardio.t0GetResponse")).isEqualTo("false");
        assertThat(System.getProperty("sun.security.smartcardio.t1GetResponse")).isEqualTo("false");
    }

    @Test
    void anUnknownProviderIsRefusedAtStart() {
        assertThatThrownBy(() -> PcscProvider.named("no.such.Provider"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.Provider");
        assertThatThrownBy(() -> PcscProvider.named("java.lang.String")).isInstanceOf(IllegalArgumentException.class);
    }
}
