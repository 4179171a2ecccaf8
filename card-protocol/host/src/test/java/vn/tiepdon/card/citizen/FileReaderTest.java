package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.sf.scuba.smartcards.CommandAPDU;
import org.junit.jupiter.api.Test;

class FileReaderTest {

    private static final byte[] FILE_NOT_FOUND = hex("6A82");
    private static final byte[] WRONG_PARAMETERS = hex("6A86");
    private static final byte[] OK = hex("9000");

    private Map<Integer, byte[]> files = Map.of(0x0D, file(0x6D, 500), 0x0E, file(0x6E, 2100), 0x0F, file(0x6F, 60));
    private byte[] current = {};

    @Test
    void aFileIsReadInTheFewestShortCommands() throws Exception {
        ProtectedCard card = new ProtectedCard(this::readBinary);
        assertThat(reader(card, false).read(ChipFile.DG13)).isEqualTo(files.get(0x0D));
        assertThat(commands(card)).containsExactly("B08D00 231", "B000E7 231", "B001CE 42");
        assertThat(card.raw).allMatch(command -> command[4] != 0);
    }

    @Test
    void aFileIsReadInTheFewestExtendedCommands() throws Exception {
        ProtectedCard card = new ProtectedCard(this::readBinary);
        FileReader reader = reader(card, true);
        assertThat(reader.mayAskForTooMuch()).isTrue();
        assertThat(reader.read(ChipFile.DG14)).isEqualTo(files.get(0x0E));
        assertThat(reader.mayAskForTooMuch()).isFalse();
        assertThat(reader.read(ChipFile.DG15)).isEqualTo(files.get(0x0F));
        assertThat(commands(card)).containsExactly("B08E00 2000", "B007D0 104", "B08F00 2000");
    }

    @Test
    void aRestThatOutgrowsAShortAnswerOnceProtectedIsAskedForWithRoom() throws Exception {
        files = Map.of(0x0D, file(0x6D, 2236));
        ProtectedCard card = new ProtectedCard(this::readBinary);
        assertThat(reader(card, true).read(ChipFile.DG13)).isEqualTo(files.get(0x0D));
        assertThat(commands(card)).containsExactly("B08D00 2000", "B007D0 240");
        assertThat(card.raw).allMatch(command -> command[4] == 0);
    }

    @Test
    void aCardThatNamesTheRightLengthIsAskedAgainWithIt() throws Exception {
        ProtectedCard card = new ProtectedCard(command -> {
            byte[] answer = readBinary(command);
            int available = answer.length - 2;
            return available < command.getNe() ? new byte[] {0x6C, (byte) available} : answer;
        });
        assertThat(reader(card, false).read(ChipFile.DG15)).isEqualTo(files.get(0x0F));
        assertThat(commands(card)).containsExactly("B08F00 231", "B08F00 62");
    }

    @Test
    void aCardThatRefusesLongBlocksGetsShortOnes() throws Exception {
        ProtectedCard card = new ProtectedCard(command -> command.getNe() > 256 ? hex("6700") : readBinary(command));
        FileReader reader = reader(card, true);
        assertThat(reader.read(ChipFile.DG13)).isEqualTo(files.get(0x0D));
        assertThat(reader.read(ChipFile.DG15)).isEqualTo(files.get(0x0F));
        assertThat(commands(card))
                .containsExactly("B08D00 2000", "B08D00 231", "B000E7 231", "B001CE 42", "B08F00 231");
    }

    @Test
    void aCardWithoutShortIdentifiersIsReadByItsFileIdentifiers() throws Exception {
        ProtectedCard card = new ProtectedCard(command ->
                command.getINS() == 0xB0 && command.getP1() >= 0x80 ? WRONG_PARAMETERS : readBinary(command));
        FileReader reader = reader(card, false);
        assertThat(reader.read(ChipFile.DG15)).isEqualTo(files.get(0x0F));
        assertThat(reader.read(ChipFile.DG15)).isEqualTo(files.get(0x0F));
        assertThat(commands(card)).containsExactly("B08F00 231", "A4020C 0", "B00000 231", "A4020C 0", "B00000 231");
    }

    @Test
    void aFileThatIsNotThereCostsOneCommand() throws Exception {
        files = Map.of(0x0F, file(0x6F, 60));
        ProtectedCard card = new ProtectedCard(this::readBinary);
        FileReader reader = reader(card, false);
        reader.read(ChipFile.DG15);
        assertThat(reader.readIfPresent(ChipFile.DG14)).isEmpty();
        assertThat(card.plain).hasSize(2);
        assertThatThrownBy(() -> reader.read(ChipFile.DG13)).hasMessage("READ BINARY DG13: 6A82");
    }

    @Test
    void aFileBeyond32KiBIsReadToItsEnd() throws Exception {
        files = Map.of(0x02, file(0x75, 40_000));
        for (boolean extended : new boolean[] {true, false}) {
            ProtectedCard card = new ProtectedCard(this::readBinary);
            assertThat(reader(card, extended).read(ChipFile.DG2)).isEqualTo(files.get(0x02));
            assertThat(card.plain.get(card.plain.size() - 1).getINS()).isEqualTo(0xB1);
        }
    }

    @Test
    void aFileComesInPiecesOfAnySize() throws Exception {
        Random random = new Random(1);
        ProtectedCard card = new ProtectedCard(command -> {
            byte[] answer = readBinary(command);
            int kept = Math.min(answer.length - 2, 1 + random.nextInt(20));
            return ChipFiles.join(Arrays.copyOf(answer, kept), OK);
        });
        assertThat(reader(card, false).read(ChipFile.DG13)).isEqualTo(files.get(0x0D));
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws Exception {
        files = Map.of(0x0D, Arrays.copyOf(file(0x6D, 500), 300));
        assertRefused(this::readBinary, "DG13: ends after 300 bytes");
    }

    @Test
    void anotherFilesContentIsRefused() throws Exception {
        files = Map.of(0x0D, file(0x6E, 500));
        assertRefused(this::readBinary, "DG13: begins with another tag or an impossible length");
    }

    @Test
    void aLengthThatNoFileHasIsRefused() throws Exception {
        for (String start : List.of("6D830000019000", "6D847FFFFFFF9000", "6D809000", "6D82FFFF009000")) {
            assertRefused(command -> hex(start), "DG13: begins with another tag or an impossible length");
        }
    }

    @Test
    void aFileThatComesByteByByteComesToAnEnd() throws Exception {
        assertRefused(
                command -> command.getP1() >= 0x80 ? hex("6D8270009000") : hex("009000"),
                "DG13: comes in more than 2048 pieces");
    }

    private static void assertRefused(Function<CommandAPDU, byte[]> answers, String message) throws Exception {
        ProtectedCard card = new ProtectedCard(answers);
        assertThatThrownBy(() -> reader(card, false).read(ChipFile.DG13))
                .isInstanceOf(MalformedChipFileException.class)
                .hasMessage(message);
    }

    private static FileReader reader(ProtectedCard card, boolean extended) throws Exception {
        return new FileReader(card.channel(), extended, new ReadingMeter((done, total) -> {}));
    }

    private static List<String> commands(ProtectedCard card) {
        return card.plain.stream()
                .map(command -> "%02X%02X%02X %d"
                        .formatted(command.getINS(), command.getP1(), command.getP2(), command.getNe()))
                .toList();
    }

    private byte[] readBinary(CommandAPDU command) {
        if (command.getINS() == 0xA4) {
            return select(command.getData()[1]);
        }
        int offset = command.getP1() << 8 | command.getP2();
        if (command.getINS() == 0xB1) {
            byte[] data = command.getData();
            byte[] part = part((data[2] & 0xFF) << 8 | data[3] & 0xFF, command.getNe() - 4);
            return ChipFiles.join(ChipFiles.tlv(0x53, part), OK);
        }
        if (command.getP1() >= 0x80) {
            if (!Arrays.equals(select(command.getP1() & 0x1F), OK)) {
                return FILE_NOT_FOUND;
            }
            offset = command.getP2();
        }
        byte[] part = part(offset, command.getNe());
        return ChipFiles.join(part, part.length < command.getNe() ? hex("6282") : OK);
    }

    private byte[] select(int shortId) {
        current = files.getOrDefault(shortId, new byte[0]);
        return current.length == 0 ? FILE_NOT_FOUND : OK;
    }

    private byte[] part(int offset, int atMost) {
        int from = Math.min(offset, current.length);
        return Arrays.copyOfRange(current, from, Math.min(current.length, from + atMost));
    }

    private static byte[] file(int tag, int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return ChipFiles.tlv(tag, content);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
