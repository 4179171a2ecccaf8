package vn.tiepdon.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CardConsoleTest {

    @Test
    void typedLinesMoveTheCard() throws Exception {
        StringWriter said = new StringWriter();
        try (VirtualReaderSlot nowhere = VirtualReaderSlot.connect(1)) {
            new CardConsole(nowhere, VirtualCards.unknown(), new PrintWriter(said))
                    .run(new StringReader("present\nyank\n\npresent 2\npush\nquit\npresent\n"));
        }
        assertThat(said.toString().lines())
                .containsExactly(
                        "ready: present, yank, present N, quit",
                        "presented",
                        "pulled out after 0 commands",
                        "presented, until its command 2",
                        "not understood; present, yank, present N, quit");
    }
}
