package vn.tiepdon.card.patientcard.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 4493, section 4, and NIST SP 800-38B, examples D.1 and D.3. */
class CmacVectorsTest {

    private static final String AES_128 = "2b7e151628aed2a6abf7158809cf4f3c";
    private static final String AES_256 = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";
    private static final byte[] MESSAGE = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

    @ParameterizedTest
    @CsvSource({
        AES_128 + ", 0, bb1d6929e95937287fa37d129b756746",
        AES_128 + ", 16, 070a16b46b4d4144f79bdd9dd04a287c",
        AES_128 + ", 40, dfa66747de9ae63030ca32611497c827",
        AES_128 + ", 64, 51f0bebf7e3b9d92fc49741779363cfe",
        AES_256 + ", 0, 028962f61b7bf89efc6b551f4667d983",
        AES_256 + ", 16, 28a7023f452e8f82bd4bf28d8c37c35c",
        AES_256 + ", 40, aaf3d8f1de5640c232f5b169b9c911e6",
        AES_256 + ", 64, e1992190549f6ed5696a2c056c315410",
    })
    void theExamplesOfTheStandardsComeOut(String key, int length, String expected) {
        byte[] message = Arrays.copyOf(MESSAGE, length);
        assertThat(Cmac.of(hex(key), message)).isEqualTo(hex(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 028962f61b7bf89efc6b551f4667d983",
        "16, 28a7023f452e8f82bd4bf28d8c37c35c",
        "40, aaf3d8f1de5640c232f5b169b9c911e6",
        "64, e1992190549f6ed5696a2c056c315410",
    })
    void aMasterKeyGivesThemWithAndWithoutItsBytes(int length, String expected) {
        SecretKey key = new SecretKeySpec(hex(AES_256), "AES");
        byte[] message = Arrays.copyOf(MESSAGE, length);
        assertThat(MasterKeys.of(key).cmac(message)).isEqualTo(hex(expected));
        assertThat(MasterKeys.of(key, provider()).cmac(message)).isEqualTo(hex(expected));
    }

    @Test
    void aMasterKeyAnswersTheSameEachTime() {
        MasterKey master = MasterKeys.of(new SecretKeySpec(hex(AES_256), "AES"), provider());
        assertThat(master.cmac(MESSAGE)).isEqualTo(master.cmac(MESSAGE));
    }

    private static Provider provider() {
        return Security.getProvider("SunJCE");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
