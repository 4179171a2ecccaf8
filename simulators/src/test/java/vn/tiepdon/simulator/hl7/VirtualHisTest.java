package vn.tiepdon.simulator.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class VirtualHisTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void itAnswersAsItWasToldTo() throws IOException {
        String message = HisMessages.person("A04", "HIS-1", "1950", "F", "Nguyễn Thị Thử");
        String controlId = message.split("\\|")[9];
        try (VirtualHis his = VirtualHis.listen(0, heard::add)) {
            assertThat(VirtualHis.ask("localhost", his.port(), message))
                    .hasValueSatisfying(it -> assertThat(it).contains("MSA|AA|" + controlId));
            his.answers(AnswerManner.ERROR);
            assertThat(VirtualHis.askBehindRubbish("localhost", his.port(), message))
                    .hasValueSatisfying(it -> assertThat(it).contains("MSA|AE|" + controlId, "ERR|"));
            his.answers(AnswerManner.CUT);
            assertThat(VirtualHis.ask("localhost", his.port(), message)).isEmpty();
            VirtualHis.sendHalf("localhost", his.port(), message);
        }
        assertThat(heard).hasSize(3).containsOnly(message);
    }

    @Test
    void aNameIsWrittenAsTheStandardTakesItApart() {
        assertThat(HisMessages.person("A08", "HIS-1", "1950", "F", "Nguyễn Thị Ngọc Thử"))
                .contains("|Nguyễn^Thử^Thị Ngọc|", "ADT^A08^ADT_A01", "HIS-1^^^^MR");
        assertThat(HisMessages.appointment("S12", "H1", "HIS-1", "TIM", "202611240830"))
                .contains("SCH|H1|", "^^^202611240830", "AIL|1||TIM");
    }
}
