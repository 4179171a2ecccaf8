package vn.tiepdon.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.sf.scuba.smartcards.CommandAPDU;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.citizen.trust.TestChipKey;

class CloneProofTest {

    private static final byte[] CHALLENGE = HexFormat.of().parseHex("F173589974BF40C6");
    private static final byte[] SIGNED = HexFormat.of().parseHex("01020304059000");
    private static final byte[] REFUSED = HexFormat.of().parseHex("6985");
    private static final int INTERNAL_AUTHENTICATE = 0x88;
    private static final TestChipKey KEY = TestChipKey.ec();

    @Test
    void aChipThatCanDoBothIsAskedToSignAndForNothingElse() throws Exception {
        ProtectedCard card = new ProtectedCard(command -> SIGNED);
        SecureChannel channel = card.channel();
        CloneProof proof = CloneProof.ask(
                channel,
                false,
                Map.of(ChipFile.DG14, KEY.dg14WithChipAuthentication(), ChipFile.DG15, KEY.dg15()),
                CHALLENGE);
        assertThat(proof.check().activeAuthentication().orElseThrow()).containsExactly(1, 2, 3, 4, 5);
        assertThat(proof.check().chipAuthenticated()).isFalse();
        assertThat(proof.channel()).isSameAs(channel);
        assertThat(card.plain).hasSize(1);
        CommandAPDU sent = card.plain.get(0);
        assertThat(sent.getINS()).isEqualTo(INTERNAL_AUTHENTICATE);
        assertThat(sent.getData()).isEqualTo(CHALLENGE);
    }

    @Test
    void aChipThatCouldSignAndDoesNotIsACopy() throws Exception {
        for (String answer : new String[] {"6985", "9000"}) {
            ProtectedCard card = new ProtectedCard(command -> HexFormat.of().parseHex(answer));
            Map<ChipFile, byte[]> files =
                    Map.of(ChipFile.DG14, KEY.dg14WithChipAuthentication(), ChipFile.DG15, KEY.dg15());
            assertThatThrownBy(() -> CloneProof.ask(card.channel(), false, files, CHALLENGE))
                    .as(answer)
                    .isInstanceOf(ChipClonedException.class)
                    .hasMessageContaining("DG15");
        }
    }

    @Test
    void aChipThatCouldAgreeOnKeysAndDoesNotIsACopy() throws Exception {
        ProtectedCard card = new ProtectedCard(command -> REFUSED);
        Map<ChipFile, byte[]> files = Map.of(ChipFile.DG14, KEY.dg14WithChipAuthentication());
        assertThatThrownBy(() -> CloneProof.ask(card.channel(), false, files, CHALLENGE))
                .isInstanceOf(ChipClonedException.class)
                .hasMessageContaining("DG14");
        assertThat(card.plain).isNotEmpty();
    }

    @Test
    void aChipWithoutKeysIsAskedForNothing() throws Exception {
        ProtectedCard card = new ProtectedCard(command -> SIGNED);
        for (Map<ChipFile, byte[]> files : List.of(Map.<ChipFile, byte[]>of(), Map.of(ChipFile.DG14, KEY.dg14()))) {
            CloneProof proof = CloneProof.ask(card.channel(), false, files, CHALLENGE);
            assertThat(proof.check().chipAuthenticated()).isFalse();
            assertThat(proof.check().activeAuthentication()).isEmpty();
        }
        assertThat(card.plain).isEmpty();
    }

    @Test
    void onlyTheLongSignaturesOfRsaAreAskedForWithRoom() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        byte[] long15 = new TestChipKey(rsa.generateKeyPair()).dg15();
        assertThat(isExtended(true, long15)).isTrue();
        assertThat(isExtended(false, long15)).isFalse();
        assertThat(isExtended(true, KEY.dg15())).isFalse();
    }

    private static boolean isExtended(boolean allowed, byte[] dg15) throws Exception {
        ProtectedCard card = new ProtectedCard(command -> SIGNED);
        CloneProof.ask(card.channel(), allowed, Map.of(ChipFile.DG15, dg15), CHALLENGE);
        return card.raw.get(0)[4] == 0;
    }

    @Test
    void aGroupThatHoldsNoKeyIsNoGroup() throws Exception {
        ProtectedCard card = new ProtectedCard(command -> SIGNED);
        byte[] dg15 = ChipFiles.tlv(0x6F, new byte[] {5, 0});
        assertThatThrownBy(() -> CloneProof.ask(card.channel(), true, Map.of(ChipFile.DG15, dg15), CHALLENGE))
                .isInstanceOf(MalformedChipFileException.class);
    }
}
