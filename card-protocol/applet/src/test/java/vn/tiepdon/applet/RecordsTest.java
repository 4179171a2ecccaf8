package vn.tiepdon.applet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final int DOES_NOT_FIT = 0x6A84;
    private static final int WRONG_STATE = 0x6985;

    private final SimulatedCard card = Issued.active();
    private final Terminal terminal = Terminal.open(card, Issued.WRITING);

    @Test
    void whatWasStoredCountsWhenItIsCommitted() {
        byte[] newer = Issued.random(1024, 9);
        terminal.storeData(2, newer).require();
        assertThat(terminal.read(2, Issued.EMERGENCY.length)).isEqualTo(Issued.EMERGENCY);
        terminal.commit(2).require();
        assertThat(terminal.read(2, 1024)).isEqualTo(newer);
        assertThat(terminal.read(3, Issued.MEDICATION.length)).isEqualTo(Issued.MEDICATION);
        CardFace face = CardFace.of(card);
        assertThat(face.emergency()).isEqualTo(1024);
        assertThat(face.revision()).isEqualTo(2);
    }

    @Test
    void whatWasNotCommittedIsForgotten() {
        terminal.storeData(2, new byte[30]).require();
        terminal.storeData(4, new byte[30]).require();
        card.pullAndPutBack();
        Terminal.open(card, Issued.WRITING).commit(2).require();
        Terminal reading = Terminal.open(card, Issued.READING);
        assertThat(reading.read(2, Issued.EMERGENCY.length)).isEqualTo(Issued.EMERGENCY);
        assertThat(reading.visit(1).require()).isEqualTo(Issued.VISIT);
        assertThat(CardFace.of(card).visits()).isEqualTo(1);
    }

    @Test
    void whatWasStoredInPartIsNotCommitted() {
        terminal.store(3, 0, new byte[200], false).require();
        terminal.commit(2).require();
        assertThat(terminal.read(3, Issued.MEDICATION.length)).isEqualTo(Issued.MEDICATION);
    }

    @Test
    void aRevisionThatIsNotNewerIsRefused() {
        terminal.commit(0x7FFFFFFF).require();
        terminal.storeData(2, new byte[30]).require();
        for (int revision : new int[] {0, 1, 0x7FFFFFFE, 0x7FFFFFFF}) {
            assertThat(terminal.commit(revision).status()).isEqualTo(WRONG_STATE);
        }
        assertThat(terminal.read(2, Issued.EMERGENCY.length)).isEqualTo(Issued.EMERGENCY);
        terminal.commit(0xFFFFFFFF).require();
        assertThat(terminal.read(2, 30)).isEqualTo(new byte[30]);
        assertThat(terminal.commit(0x00000005).status()).isEqualTo(WRONG_STATE);
    }

    @Test
    void theLogKeepsTheLatest24Visits() {
        List<byte[]> told = new ArrayList<>(List.of(Issued.VISIT));
        for (int i = 1; i <= 60; i++) {
            byte[] visit = Issued.random(1 + (i * 37) % 192, i);
            terminal.storeData(4, visit).require();
            terminal.commit(1 + i).require();
            told.add(0, visit);
            int kept = Math.min(24, told.size());
            for (int number = 1; number <= kept; number++) {
                assertThat(terminal.visit(number).require()).isEqualTo(told.get(number - 1));
            }
            assertThat(terminal.visit(kept + 1).status()).isEqualTo(0x6A83);
        }
        CardFace face = CardFace.of(card);
        assertThat(face.visits()).isEqualTo(24);
        assertThat(face.room()).isEqualTo(24);
    }

    @Test
    void thereIsNoVisitWithAnotherNumber() {
        for (int number : new int[] {0, 2, 24, 25, 128, 255}) {
            assertThat(terminal.visit(number).status()).isEqualTo(0x6A83);
        }
    }

    @Test
    void aVisitStoredAgainBeforeItIsCommittedIsReplaced() {
        terminal.storeData(4, new byte[50]).require();
        terminal.storeData(4, new byte[60]).require();
        terminal.commit(2).require();
        assertThat(terminal.visit(1).require()).hasSize(60);
        assertThat(terminal.visit(2).require()).isEqualTo(Issued.VISIT);
    }

    @Test
    void aRecordAsLongAsItsFileFitsAndOneByteMoreDoesNot() {
        assertThat(terminal.storeData(2, new byte[1024]).isOk()).isTrue();
        assertThat(terminal.storeData(3, new byte[1536]).isOk()).isTrue();
        assertThat(terminal.storeData(4, new byte[192]).isOk()).isTrue();
        assertThat(terminal.storeData(2, new byte[1025]).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.storeData(3, new byte[1537]).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.storeData(4, new byte[193]).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.commit(2).isOk()).isTrue();
        assertThat(CardFace.of(card).emergency()).isEqualTo(Issued.EMERGENCY.length);
    }

    @Test
    void chunksComeInOrder() {
        assertThat(terminal.store(2, 10, new byte[10], false).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.store(2, 0, new byte[10], false).isOk()).isTrue();
        assertThat(terminal.store(2, 11, new byte[10], false).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.store(2, 9, new byte[10], false).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.store(2, 0x8000, new byte[10], false).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.store(2, 0xFFFF, new byte[10], false).status()).isEqualTo(DOES_NOT_FIT);
        assertThat(terminal.store(2, 10, new byte[10], true).isOk()).isTrue();
        assertThat(terminal.store(2, 20, new byte[10], true).status())
                .as("after the last")
                .isEqualTo(DOES_NOT_FIT);
    }

    @Test
    void aRecordCanBeEmptiedAndThenHasNothingToRead() {
        terminal.storeData(2, new byte[0]).require();
        terminal.commit(2).require();
        assertThat(terminal.send(0x00, 0xB0, 0x82, 0).status()).isEqualTo(0x6B00);
        assertThat(CardFace.of(card).emergency()).isZero();
    }

    @Test
    void aVisitOfNothingIsNone() {
        assertThat(terminal.storeData(4, new byte[0]).status()).isEqualTo(0x6700);
    }

    @Test
    void anOffsetOutsideTheFileIsRefused() {
        assertThat(terminal.send(0x00, 0xB0, 0, 0).status()).as("no file yet").isEqualTo(WRONG_STATE);
        terminal.send(0x00, 0xB0, 0x82, 0).require();
        int end = Issued.EMERGENCY.length;
        assertThat(terminal.send(0x00, 0xB0, (end - 1) >> 8, (end - 1) & 0xFF).require())
                .hasSize(1);
        assertThat(terminal.send(0x00, 0xB0, end >> 8, end & 0xFF).status()).isEqualTo(0x6B00);
        assertThat(terminal.send(0x00, 0xB0, 0x7F, 0xFF).status()).isEqualTo(0x6B00);
    }

    @Test
    void theCurrentFileDoesNotOutliveTheRightToReadIt() {
        terminal.send(0x00, 0xB0, 0x82, 0).require();
        card.send(Terminal.initializeUpdate(Issued.WRITING.version())).require();
        assertThat(card.send(Terminal.command(0x00, 0xB0, 0, 0)).status()).isEqualTo(0x6982);
    }
}
