package vn.tiepdon.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;

class WishReaderTest {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Facility HOSPITAL = new Facility(
            new FacilityId(1), "01234", new Text("Viện", "House"), new Text("quầy", "desk"), HANOI, LocalTime.of(3, 0));
    private static final MessageParser PARSER = new MessageParser();

    private static Wish read(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        Header header = Header.of(bytes).orElseThrow();
        WishReader.demandKnown(header);
        return WishReader.read(header, PARSER.segments(Letters.of(bytes, header)), HOSPITAL);
    }

    private static ToldPerson person(String pid) {
        return ((Wish.Register) read(Samples.adt("A04", pid))).person();
    }

    @Test
    void aVietnameseNameIsFamilyMiddleAndGiven() {
        assertThat(person(Samples.pid("", "Nguyễn^Minh^Thị Ngọc", "1950", "F")).fullName())
                .contains("Nguyễn Thị Ngọc Minh");
        assertThat(person(Samples.pid("", "Nguyễn^Thị Minh", "1950", "F")).fullName())
                .contains("Nguyễn Thị Minh");
        assertThat(person(Samples.pid("", "Nguyễn Thị Minh", "1950", "F")).fullName())
                .contains("Nguyễn Thị Minh");
        assertThat(person(Samples.pid("", "Hoa~Nguyễn^Minh^Thị^^^^L", "1950", "F"))
                        .fullName())
                .contains("Nguyễn Thị Minh");
    }

    @Test
    void numbersAreKnownByTheirKindAndByWhoGaveThem() {
        ToldPerson told = person(Samples.pid(
                "A1^^^LAB^MR~B2^^^01234^MR~001150000001^^^VNM^NI~012345678^^^VNM^NI~DN4010100000001^^^BHXH^HC~B1234567^^^VNM^PPN",
                "Mẫu^Minh",
                "1950",
                "U"));
        assertThat(told.numbers())
                .containsEntry(IdentifierKind.HOSPITAL, "B2")
                .containsEntry(IdentifierKind.NATIONAL, "001150000001")
                .containsEntry(IdentifierKind.OLD_NATIONAL, "012345678")
                .containsEntry(IdentifierKind.INSURANCE, "0100000001")
                .containsEntry(IdentifierKind.PASSPORT, "B1234567")
                .hasSize(5);
    }

    @Test
    void datesAreAsPreciseAsTheyAreTold() {
        assertThat(person(Samples.pid("", "Mẫu^Minh", "1950", "F")).birthDate()).contains(new BirthDate("1950"));
        assertThat(person(Samples.pid("", "Mẫu^Minh", "195003", "F")).birthDate())
                .contains(new BirthDate("1950-03"));
        assertThat(person(Samples.pid("", "Mẫu^Minh", "195003020000", "F")).birthDate())
                .contains(new BirthDate("1950-03-02"));
        assertThat(person(Samples.pid("", "Mẫu^Minh", "\"\"", "F")).birthDate()).isEmpty();
        assertThat(Hl7Time.minute("202611240830", HANOI)).contains(LocalDateTime.of(2026, 11, 24, 8, 30));
        assertThat(Hl7Time.minute("20261124013000.123+0000", HANOI)).contains(LocalDateTime.of(2026, 11, 24, 8, 30));
        assertThat(Hl7Time.minute("2026112408", HANOI)).isEmpty();
        assertThat(Hl7Time.minute("20261324083000", HANOI)).isEmpty();
    }

    @Test
    void escapesAndForeignDelimitersAreUnderstood() {
        String message = Samples.adt("A04", Samples.pid("", "M\\T\\ẫu^Minh", "1950", "F"));
        Wish.Register escaped = (Wish.Register) read(message);
        assertThat(escaped.person().fullName()).contains("M&ẫu Minh");
        String foreign = "MSH#$%?@#HIS#BV###20261122##ADT$A04#1#P#2.5.1\rPID#1####Mẫu$Minh##1950#F\r";
        assertThat(((Wish.Register) read(foreign)).person().fullName()).contains("Mẫu Minh");
    }

    @Test
    void addressesAreNetworksAndNeverNames() {
        assertThat(Network.any("10.1.2.3, 10.8.0.0/16; fd00::/8", "10.8.255.1")).isTrue();
        assertThat(Network.any("10.1.2.3, 10.8.0.0/16; fd00::/8", "10.9.0.1")).isFalse();
        assertThat(Network.any("10.8.0.0/16 fd00::/8", "fd12:0:0:0:0:0:0:1")).isTrue();
        assertThat(Network.any("", "10.9.0.1")).isFalse();
        assertThat(Network.valid("localhost")).isFalse();
        assertThat(Network.valid("10.0.0.0/33")).isFalse();
        assertThat(Network.valid("10.0.0.0/8")).isTrue();
    }

    @Property(tries = 400)
    void whateverIsSentIsUnderstoodOrRefusedWithAnAnswer(@ForAll("broken") String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        Optional<Header> header = Header.of(bytes);
        if (header.isEmpty()) {
            return;
        }
        try {
            WishReader.demandKnown(header.get());
            assertThat(WishReader.read(header.get(), PARSER.segments(Letters.of(bytes, header.get())), HOSPITAL))
                    .isNotNull();
        } catch (Hl7Refused refused) {
            String answer = Answer.refused(
                            header.get(), java.time.OffsetDateTime.parse("2026-11-22T08:00:00+07:00"), refused)
                    .text();
            assertThat(Acknowledgment.of(answer.getBytes(StandardCharsets.UTF_8)))
                    .hasValueSatisfying(it -> assertThat(it.refused()).isTrue());
        }
    }

    /** Samples with a few letters put in, taken out, or changed. */
    @Provide
    Arbitrary<String> broken() {
        Arbitrary<String> whole = Arbitraries.of(
                Samples.adt("A04", Samples.pid(Samples.national("001150000001"), "Nguyễn^Minh^Thị", "1950", "F")),
                Samples.merge("BN1^^^^MR", "BN2^^^^MR"),
                Samples.siu("S12", "H1", "202611240830", "TIM", Samples.pid("", "Lê^Hoa", "1970", "F")));
        Arbitrary<String> noise = Arbitraries.strings()
                .withChars('|', '^', '~', '\\', '&', '\r', '\n', '"', '0', 'M', 'S', 'H', 'ễ', '\u0000')
                .ofMaxLength(6);
        Arbitrary<Double> place = Arbitraries.doubles().between(0, 1);
        return net.jqwik.api.Combinators.combine(whole, noise, place, place).as((text, put, from, cut) -> {
            int at = (int) (from * text.length());
            int to = Math.min(text.length(), at + (int) (cut * 12));
            return text.substring(0, at) + put + text.substring(to);
        });
    }
}
