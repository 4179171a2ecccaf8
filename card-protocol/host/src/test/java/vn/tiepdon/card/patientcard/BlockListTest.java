package vn.tiepdon.card.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlockListTest {

    private static final CardId ONE = CardId.ofHex("00".repeat(16));
    private static final CardId OTHER = CardId.ofHex("FF".repeat(16));
    private static final CardId THIRD = CardId.ofHex("7F".repeat(16));
    private static final SigningKeyId SIGNER = TestIdentity.record().signingKeyId();
    private static final BlockList LIST =
            BlockList.of("79999", 258, Instant.ofEpochSecond(1_800_000_000), SIGNER, List.of(OTHER, ONE, OTHER));

    @Test
    void aListIsWrittenAsItsFormSaysAndReadBack() throws Exception {
        assertThat(HexFormat.of().withUpperCase().formatHex(LIST.encode()))
                .isEqualTo("3739393939" + "0000000000000102" + "000000006B49D200" + SIGNER + "00000002"
                        + "00".repeat(16) + "FF".repeat(16));
        assertThat(BlockList.decode(LIST.encode())).isEqualTo(LIST);
        BlockList empty = BlockList.of("79999", 0, Instant.EPOCH, SIGNER, List.of());
        assertThat(BlockList.decode(empty.encode())).isEqualTo(empty);
    }

    @Test
    void aDeadCardIsFound() {
        assertThat(LIST.contains(ONE)).isTrue();
        assertThat(LIST.contains(OTHER)).isTrue();
        assertThat(LIST.contains(THIRD)).isFalse();
    }

    @Test
    void theHospitalsSignatureVerifiesAndNoOther() throws Exception {
        byte[] signature = LIST.sign(TestIdentity.HOSPITAL.getPrivate());
        assertThat(LIST.verify(signature, BlockListTest::key)).isSameAs(LIST);
        BlockList later = new BlockList("79999", 259, LIST.madeAt(), SIGNER, LIST.cards());
        assertThatThrownBy(() -> later.verify(signature, BlockListTest::key))
                .isInstanceOf(SignatureInvalidException.class);
        assertThatThrownBy(() -> LIST.verify(new byte[3], BlockListTest::key))
                .isInstanceOf(SignatureInvalidException.class);
        assertThatThrownBy(() -> LIST.verify(signature, id -> Optional.empty()))
                .isInstanceOf(UnknownSigningKeyException.class);
    }

    @Test
    void cutLengthenedAndUnsortedListsAreRefused() {
        byte[] content = LIST.encode();
        for (int length = 0; length < content.length; length++) {
            byte[] cut = Arrays.copyOf(content, length);
            assertThatThrownBy(() -> BlockList.decode(cut)).isInstanceOf(MalformedRecordException.class);
        }
        assertThatThrownBy(() -> BlockList.decode(Arrays.copyOf(content, content.length + 16)))
                .isInstanceOf(MalformedRecordException.class);
        byte[] twice = content.clone();
        System.arraycopy(content, content.length - 16, twice, content.length - 32, 16);
        assertThatThrownBy(() -> BlockList.decode(twice)).isInstanceOf(MalformedRecordException.class);
        assertThatThrownBy(() -> new BlockList("79999", 1, Instant.EPOCH, SIGNER, List.of(OTHER, ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListBeyondItsBoundsIsRefused() {
        List<CardId> tooMany = Collections.nCopies(BlockList.MAX_CARDS + 1, ONE);
        assertThatThrownBy(() -> new BlockList("79999", 1, Instant.EPOCH, SIGNER, tooMany))
                .hasMessage("bad number of cards");
        assertThatThrownBy(() -> BlockList.of("7999", 1, Instant.EPOCH, SIGNER, List.of()))
                .hasMessage("bad facility code");
        assertThatThrownBy(() -> BlockList.of("79999", -1, Instant.EPOCH, SIGNER, List.of()))
                .hasMessage("bad sequence");
        assertThatThrownBy(() -> BlockList.of("79999", 1, Instant.EPOCH.plusMillis(1), SIGNER, List.of()))
                .hasMessage("bad time");
        assertThatThrownBy(() -> BlockList.of("79999", 1, Instant.MAX, SIGNER, List.of()))
                .hasMessage("bad time");
    }

    @Property(tries = 1000)
    void anyBytesAreAListOrADeclaredRefusal(@ForAll @Size(max = 80) byte[] bytes) {
        Throwable thrown = catchThrowable(
                () -> assertThat(BlockList.decode(bytes).encode()).isEqualTo(bytes));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(MalformedRecordException.class);
        }
    }

    private static Optional<ECPublicKey> key(SigningKeyId id) {
        ECPublicKey key = (ECPublicKey) TestIdentity.HOSPITAL.getPublic();
        return SigningKeyId.of(key).equals(id) ? Optional.of(key) : Optional.empty();
    }
}
