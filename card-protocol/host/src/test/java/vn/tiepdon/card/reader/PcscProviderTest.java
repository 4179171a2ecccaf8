package vn.tiepdon.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Provider;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;
import org.junit.jupiter.api.Test;

class PcscProviderTest {

    @Test
    void theReadersOfAProviderAreNamed() throws Exception {
        assertThat(PcscProvider.of(new TwoReaders()).readerNames()).containsExactly("A", "B");
    }

    @Test
    void aProviderIsFoundByTheNameOfItsClass() throws Exception {
        assertThat(PcscProvider.named(TwoReaders.class.getName()).readerNames()).containsExactly("A", "B");
    }

    @Test
    void aProviderWithoutReadersOfThisKindIsNoServiceAtAll() {
        Provider empty = new Provider("Empty", "1", "offers nothing") {};
        assertThatThrownBy(() -> PcscProvider.of(empty).readerNames()).isInstanceOf(CardException.class);
    }

    @Test
    void whatIsNoProviderIsRefusedByItsName() {
        assertThatThrownBy(() -> PcscProvider.named(PcscProviderTest.class.getName()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PcscProviderTest");
    }

    /** As the JDK makes it: by its public class and constructor. */
    public static final class TwoReaders extends Provider {

        private static final long serialVersionUID = 1L;

        public TwoReaders() {
            super("TwoReaders", "1", "scripted");
            putService(new Service(this, "TerminalFactory", "PC/SC", Scripted.class.getName(), null, null));
        }
    }

    /** Made by its public constructor as well. */
    public static final class Scripted extends TerminalFactorySpi {

        public Scripted(Object parameter) {
            assertThat(parameter).isNull();
        }

        @Override
        protected CardTerminals engineTerminals() {
            return new ScriptedTerminals().readers("A", "B");
        }
    }
}
