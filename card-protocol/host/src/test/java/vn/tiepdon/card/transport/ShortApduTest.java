package vn.tiepdon.card.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortApduTest {

    @Property(tries = 500)
    void aCommandIsReadAsItIsWritten(
            @ForAll @IntRange(max = 255) int cla,
            @ForAll @Size(max = 255) byte[] data,
            @ForAll @IntRange(max = 256) int le) {
        CommandApdu command = new CommandApdu(cla, 0xB0, 0x81, 0xFF, data, le);
        assertThat(CommandApdu.parse(command.toBytes())).isEqualTo(command);
        ResponseApdu response = new ResponseApdu(data, new StatusWord(0x9000 | cla));
        assertThat(response.toBytes()).hasSize(data.length + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00B081", "00B081000201", "00B0810001020304", "00B08100000102"})
    void whatIsNoShortCommandIsRefused(String apdu) {
        assertThatThrownBy(() -> CommandApdu.parse(HexFormat.of().parseHex(apdu)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
