package vn.tiepdon.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SexTest {

    @Test
    void everyCodeOfIso5218ComesBackAndNoOther() {
        for (int code = -1; code <= 10; code++) {
            int asked = code;
            assertThat(Sex.ofCode(code)
                            .map(Sex::code)
                            .filter(found -> found == asked)
                            .isPresent())
                    .as("%d", code)
                    .isEqualTo(code == 0 || code == 1 || code == 2 || code == 9);
        }
        assertThat(Sex.ofCode(2)).contains(Sex.FEMALE);
    }
}
