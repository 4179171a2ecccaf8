package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A card has no int, no String, no garbage collector: what compiles here must also convert for a real card. */
class JavaCardSubsetTest {

    @Test
    void theAppletStaysInsideTheJavaCardSubset() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/vn/tiepdon/applet"))) {
            List<Source> sources = files.filter(file -> !file.endsWith("package-info.java"))
                    .map(Source::of)
                    .toList();
            assertThat(sources).hasSizeGreaterThan(10);
            assertThat(JavaCardSubset.findings(sources)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type int | int wide;",
                "type long | long wide;",
                "type float | float real;",
                "type double | void m() { double real; }",
                "type char | char letter;",
                "type char | void m() { Util.setShort(a, s, (short) (char) s); }",
                "type java.lang.String | String text;",
                "String | void m() { m(\"text\"); } void m(Object o) {}",
                "type java.util.List | java.util.List list;",
                "generic type | java.util.List<Object> list;",
                "type java.lang.Math | short m() { return (short) Math.abs(s); }",
                "array of arrays | byte[][] table;",
                "type int | int[] wide;",
                "type int | short m() { var sum = s + s; return (short) sum; }",
                "static state count | static short count;",
                "static state | static final byte[] A = {1}; void m() { A[0] = 2; }",
                "static state | static final byte[] A = {1}; void m() { A[0] ^= 2; }",
                "no cast of | byte m() { return a[s + 1]; }",
                "no cast of | void m() { a[s - 1] = 0; }",
                "no cast of | boolean m() { return s + b > 100; }",
                "no cast of | boolean m() { return s * b == 100; }",
                "no cast of | short m() { return (short) ((s + b) / 2); }",
                "no cast of | short m() { return (short) ((s + b) % 2); }",
                "no cast of | short m() { return (short) ((s + b) >> 2); }",
                "no cast of | short m() { return (short) ((s << 4) >> 2); }",
                "no cast of | short m() { return (short) (1 << (s + 1)); }",
                "no cast of | boolean m() { return ((s + b) & 0xFF) == 3; }",
                "no cast of | boolean m() { return -s > b; }",
                "no cast of | void m() { switch (s + 1) { default: } }",
                "no cast of | void m() { s /= s + b; }",
                "unsigned shift | short m() { return (short) (s >>> 2); }",
                "unsigned shift | void m() { s >>>= 2; }",
                "literal of more than 16 bits | boolean m() { return s == 0x12345; }",
                "literal | short m() { return (short) 1L; }",
                "enhanced for | void m() { for (byte each : a) { s += each; } }",
                "lambda | Object m() { Runnable r = () -> {}; return r; }",
                "method reference | Object m() { Runnable r = this::m; return r; }",
                "class inside another | class Inner {}",
                "class inside another | Object o = new Object() {};",
                "enum | enum Inner {}",
                "record | record Inner() {}",
                "interface | interface Inner {}",
                "switch with arrows | void m() { switch (s) { default -> {} } }",
                "switch that gives a value | short m() { return switch (s) { default -> 0; }; }",
                "pattern | boolean m(Object o) { return o instanceof Bad bad; }",
                "synchronized | void m() { synchronized (this) {} }",
                "synchronized | synchronized void m() {}",
                "assert | void m() { assert s == 0; }",
                "variable number | void m(byte... some) {}",
                "new memory | void m() { a = new byte[3]; }",
                "new memory | void m() { a = JCSystem.makeTransientByteArray(s, (byte) 1); }",
                "new memory | Object m() { return new Object(); }",
                "new memory | Object m() { return javacard.security.RandomData.getInstance((byte) 1); }",
                "new memory | Object m() { return helper(); } private static Object helper() { return new Object(); }",
                "recursion | void m() { n(); } void n() { m(); }",
            })
    void whatACardCannotDoIsFound(String finding, String member) {
        assertThat(JavaCardSubset.findings(List.of(Source.of(member))))
                .anySatisfy(found -> assertThat(found).contains(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "byte m() { return a[(short) (s + 1)]; }",
                "boolean m() { return (short) (s + b) > 100; }",
                "boolean m() { return (s & 0xFF) == 3; }",
                "short m() { return (short) (s + b - 1 + (b & 0x7F)); }",
                "short m() { return (short) ((short) (s + b) / 2); }",
                "short m() { return (short) (s >> 4); }",
                "void m() { s += b + 1; a[s++] = 3; a[0] ^= b; }",
                "boolean m() { return b == (byte) 0x80 && s == (short) 0xFFFF; }",
                "private final byte[] mine; Bad() { mine = helper(); } static byte[] helper() { return new byte[3]; }",
                "static final byte[] A = {'T', 'D'}; short m() { return (short) A.length; }",
                "@SuppressWarnings(\"deprecation\") void m() {}",
            })
    void whatACardCanDoIsLeftAlone(String member) {
        assertThat(JavaCardSubset.findings(List.of(Source.of(member)))).isEmpty();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String content;

        private Source(URI name, String content) {
            super(name, JavaFileObject.Kind.SOURCE);
            this.content = content;
        }

        private static Source of(Path file) {
            try {
                return new Source(file.toUri(), Files.readString(file));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A class with a member that is to be judged. */
        private static Source of(String member) {
            return new Source(
                    URI.create("string:///Bad.java"),
                    "package vn.tiepdon.applet; import javacard.framework.*; "
                            + "final class Bad { byte b; short s; byte[] a; " + member + " }");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
