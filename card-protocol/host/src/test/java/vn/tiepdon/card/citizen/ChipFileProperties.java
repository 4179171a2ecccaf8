package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;

/** People of all kinds come out of their files as they went in; {@link Dg1Fuzz} and {@link Dg13Fuzz} look for odd files. */
class ChipFileProperties {

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everybodysFilesSayWhoTheyBelongTo(@ForAll("people") CitizenIdentity person) throws Exception {
        assertThat(CitizenIdentities.parse(dg1(person), dg13(person))).isEqualTo(person);
    }

    @Property(tries = 3000)
    void changedFilesNameTheSamePersonOrNobody(@ForAll("people") CitizenIdentity person, @ForAll Random random)
            throws Exception {
        byte[] dg1 = random.nextInt(3) == 0 ? changed(dg1(person), random) : dg1(person);
        byte[] dg13 = changed(dg13(person), random);
        try {
            WholeIdentity.require(CitizenIdentities.parse(dg1, dg13), person);
        } catch (MalformedChipFileException | ForeignDocumentException declared) {
            assertThat(declared.getMessage()).isNotEmpty();
        }
    }

    @Property(tries = 2000)
    void onlyWholeDataObjectsReachJmrtd(@ForAll @Size(max = 40) byte[] bytes, @ForAll Random random) {
        byte[] answer = ChipFiles.join(
                ChipFiles.tlv(0x87, bytes), new byte[] {(byte) 0x99, 2, (byte) 0x90, 0}, checksum(), new byte[] {
                    (byte) 0x90, 0
                });
        assertThat(DataObjects.areProtected(answer)).isTrue();
        answer[1] = (byte) (answer[1] + 1 + random.nextInt(255));
        assertThat(DataObjects.areProtected(answer)).isFalse();
        DataObjects.areDynamic(bytes.length < 2 ? answer : bytes);
    }

    @Property(tries = 2000)
    void anyPhotoFileHasAnAnswer(@ForAll @Size(max = 400) byte[] bytes) {
        for (byte[] dg2 : List.of(bytes, ChipFiles.tlv(0x75, bytes), photo(bytes))) {
            try {
                ChipPhoto.decode(dg2);
            } catch (MalformedChipFileException | PhotoUndecodableException e) {
                assertThat(e.getMessage()).startsWith(e instanceof MalformedChipFileException ? "DG2: " : "photo: ");
            }
        }
    }

    private static byte[] photo(byte[] image) {
        byte[] record = new byte[46];
        System.arraycopy(new byte[] {'F', 'A', 'C', 0}, 0, record, 0, 4);
        record[16] = (byte) ((image.length + 32) >> 8);
        record[17] = (byte) (image.length + 32);
        byte[] template = ChipFiles.tlv(
                0x7F60,
                ChipFiles.join(ChipFiles.tlv(0xA1, new byte[0]), ChipFiles.tlv(0x5F2E, ChipFiles.join(record, image))));
        return ChipFiles.tlv(
                0x75, ChipFiles.tlv(0x7F61, ChipFiles.join(ChipFiles.tlv(0x02, new byte[] {1}), template)));
    }

    private static byte[] checksum() {
        return ChipFiles.tlv(0x8E, new byte[8]);
    }

    private static byte[] changed(byte[] file, Random random) {
        byte[] changed = file.clone();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }

    private static byte[] dg1(CitizenIdentity person) {
        return ChipFiles.dg1(ChipFiles.zone(
                person.nationalNumber(),
                person.birthDate().toCompact().substring(2),
                person.sex() == Sex.MALE ? 'M' : 'F',
                person.expires().map(ZONE::format).orElse("991231")));
    }

    private static byte[] dg13(CitizenIdentity person) {
        Map<Integer, String> texts = ChipFiles.texts();
        texts.put(1, person.nationalNumber());
        texts.put(2, person.fullName());
        texts.put(3, printed(person.birthDate()));
        texts.put(4, person.sex() == Sex.MALE ? "Nam" : "Nữ");
        texts.put(9, person.residence());
        texts.put(11, person.issued().map(PRINTED::format).orElse(""));
        texts.put(12, person.expires().map(PRINTED::format).orElse("Không thời hạn"));
        texts.put(15, person.oldNumber().orElse("0123456789ABCDEF"));
        texts.put(16, person.oldNumber().map(number -> "0123456789ABCDEF").orElse(""));
        return ChipFiles.dg13(texts);
    }

    private static String printed(PartialDate date) {
        return date.toLocalDate()
                .map(PRINTED::format)
                .orElse(
                        date.month() == 0
                                ? "%04d".formatted(date.year())
                                : "%02d/%04d".formatted(date.month(), date.year()));
    }

    @Provide
    Arbitrary<CitizenIdentity> people() {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 60_000).map(days -> LocalDate.of(1900, 1, 1)
                .plusDays(days));
        Arbitrary<PartialDate> births = Combinators.combine(dates, Arbitraries.of(0, 0, 0, 1, 2))
                .as((date, known) -> new PartialDate(
                        date.getYear(), known == 1 ? 0 : date.getMonthValue(), known == 0 ? date.getDayOfMonth() : 0));
        Arbitrary<String> names = Arbitraries.of("Nguyễn", "Thị", "Văn", "Đặng", "Hoàng", "Ý", "Ngọc", "Y'")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join(" ", parts));
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofLength(12),
                        names,
                        births,
                        Arbitraries.of(Sex.MALE, Sex.FEMALE),
                        names,
                        Arbitraries.strings().numeric().ofLength(9).optional(),
                        dates.optional(),
                        dates.filter(date -> date.getYear() >= 2000).optional())
                .as(CitizenIdentity::new);
    }
}
