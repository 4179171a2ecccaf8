package vn.tiepdon.simulator.card.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tiepdon.simulator.card.VirtualCard;
import vn.tiepdon.simulator.card.VirtualCards;
import vn.tiepdon.simulator.card.VirtualReaderSlot;
import vn.tiepdon.simulator.card.citizen.Citizen;
import vn.tiepdon.simulator.card.citizen.TestAuthority;

class CardConsoleTest {

    @Test
    void typedLinesMoveTheCard() throws Exception {
        assertThat(said(
                        VirtualCards.unknown(),
                        ConsoleWords.NONE,
                        "present\nyank\n\npresent 2\ntear 3\ntear 0\npush\nquit\npresent\n"))
                .containsExactly(
                        "ready: present, yank, present N, tear N, quit",
                        "presented",
                        "pulled out after 0 commands",
                        "presented, until its command 2",
                        "presented; carries its command 3 out and is gone before it answers",
                        "not understood; present, yank, present N, tear N, quit",
                        "not understood; present, yank, present N, tear N, quit");
    }

    @Test
    void aChipCardShowsWhatIsPrintedOnIt() throws Exception {
        CitizenStand stand = stand();
        assertThat(said(stand, stand, "front\nback\n"))
                .contains("001190000123|012345678|Nguyễn Thị Mẫu|15011990|Nữ|"
                        + "Số 1 Phố Mẫu, Phường Mẫu, Hà Nội|01022022")
                .endsWith("NGUYEN<<THI<MAU<<<<<<<<<<<<<<<");
    }

    @Test
    void aChipCardIsIssuedAnewWithOtherQuirks() throws Exception {
        CitizenStand stand = stand();
        byte[] selectCardAccess = {0x00, (byte) 0xA4, 0x02, 0x0C, 0x02, 0x01, 0x1C};
        assertThat(stand.transmit(selectCardAccess)).isEqualTo(new byte[] {(byte) 0x90, 0x00});
        assertThat(said(stand, stand, "quirks no_pace\nquirks what\nfaults many\nfaults 999\nfaults 0\n"))
                .contains("issued anew: [NO_PACE]; now present it")
                .anyMatch(line -> line.startsWith("there is: [KNOWS_MASTER_FILE"))
                .anyMatch(line -> line.startsWith("not understood"))
                .endsWith("issued anew: 0 answers of a thousand go wrong; now present it");
        assertThat(stand.transmit(selectCardAccess)).isEqualTo(new byte[] {0x6A, (byte) 0x82});
    }

    private static CitizenStand stand() {
        return new CitizenStand(Citizen.sample(), TestAuthority.vietnam(), List.of(), Optional.empty(), 0, 1);
    }

    private static List<String> said(VirtualCard card, ConsoleWords words, String typed) throws Exception {
        StringWriter said = new StringWriter();
        try (VirtualReaderSlot nowhere = VirtualReaderSlot.connect(1)) {
            new CardConsole(nowhere, card, words, new PrintWriter(said)).run(new StringReader(typed));
        }
        return said.toString().lines().toList();
    }
}
