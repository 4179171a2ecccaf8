package vn.tiepdon.simulator.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PanelViewTest {

    @Test
    void aPanelSaysWhoIsThereAndWhoWasMissed() {
        UUID current = UUID.fromString("00000000-0000-0000-0000-000000000001");
        UUID missed = UUID.fromString("00000000-0000-0000-0000-000000000002");
        PanelView panel = PanelView.of("""
                <p id="told" class="told" role="status">Số này đã đổi.</p>
                <form><input type="hidden" name="ticket" value="%s">
                <input type="hidden" name="version" value="4"></form>
                <input type="hidden" name="missed" value="%s">
                <input type="hidden" name="missedVersion" value="2">""".formatted(current, missed));
        assertThat(panel.current()).contains(new PanelView.Shown(current, 4));
        assertThat(panel.missed()).containsExactly(new PanelView.Shown(missed, 2));
        assertThat(panel.told()).isEqualTo("Số này đã đổi.");
        assertThat(panel.asking()).isFalse();
    }
}
