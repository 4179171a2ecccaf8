package vn.tiepdon.card.reader;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import jnasmartcardio.Smartcardio.JnaTerminalFactorySpi;

/** Where {@code javax.smartcardio} gets its readers from. */
public abstract sealed class PcscProvider {

    private PcscProvider() {}

    /**
     * The operating system's PC/SC service through jnasmartcardio. Unlike the JDK's own provider, which keeps one context
     * for the life of the JVM, it opens a new one each time, and so outlives a restart of the service.
     */
    public static PcscProvider jna() {
        return new Jna();
    }

    /** The JDK's own provider, for a machine where JNA cannot be loaded: it never recovers from a service restart. */
    public static PcscProvider jdk() {
        // GET RESPONSE is our own decorator's work; the JDK would reuse the command's CLA for it.
        System.setProperty("sun.security.smartcardio.t0GetResponse", "false");
        System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
        return new Installed(null);
    }

    /** Readers of another provider that offers {@code TerminalFactory.PC/SC}, such as simulated ones. */
    public static PcscProvider of(Provider provider) {
        return new Installed(provider);
    }

    /**
     * A provider by its configured name.
     *
     * @param name {@code jna}, {@code jdk}, or the class name of a {@link Provider} with a public constructor without
     *     parameters
     * @throws IllegalArgumentException when there is no such provider on the class path
     */
    public static PcscProvider named(String name) {
        return switch (name) {
            case "jna" -> jna();
            case "jdk" -> jdk();
            default -> of(instantiate(name));
        };
    }

    /**
     * Looks at the readers once, for a self-check.
     *
     * @throws CardException when the service cannot be reached, or there is no PC/SC library
     */
    public final List<String> readerNames() throws CardException {
        try (PcscContext context = open()) {
            return context.terminals().list().stream()
                    .map(CardTerminal::getName)
                    .toList();
        }
    }

    private static Provider instantiate(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(Provider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException("no card reader provider " + className, e);
        }
    }

    /** @throws CardException when the service cannot be reached, or there is no PC/SC library */
    abstract PcscContext open() throws CardException;

    private static final class Jna extends PcscProvider {

        @Override
        PcscContext open() throws CardException {
            // Each call opens a context of its own; the class is named so that it can be closed.
            JnaCardTerminals terminals = establish();
            return new PcscContext() {
                @Override
                public CardTerminals terminals() {
                    return terminals;
                }

                @Override
                public void close() throws CardException {
                    terminals.close();
                }
            };
        }

        private static JnaCardTerminals establish() throws CardException {
            try {
                return (JnaCardTerminals) new JnaTerminalFactorySpi((Object) null).engineTerminals();
            } catch (EstablishContextException | LinkageError e) {
                throw new CardException(e);
            }
        }
    }

    private static final class Installed extends PcscProvider {

        private final Provider provider;

        private Installed(Provider provider) {
            this.provider = provider;
        }

        @Override
        PcscContext open() throws CardException {
            CardTerminals terminals = factory().terminals();
            return new PcscContext() {
                @Override
                public CardTerminals terminals() {
                    return terminals;
                }

                @Override
                public void close() {
                    // javax.smartcardio has no way to end a context.
                }
            };
        }

        private TerminalFactory factory() throws CardException {
            try {
                return provider == null
                        ? TerminalFactory.getInstance("PC/SC", null)
                        : TerminalFactory.getInstance("PC/SC", null, provider);
            } catch (NoSuchAlgorithmException e) {
                throw new CardException(e);
            }
        }
    }
}
