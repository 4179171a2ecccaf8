package vn.tiepdon.kiosk.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.card.patientcard.BlockList;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.SigningKeyId;

class BlockedCardsTest {

    private static final CardId DEAD = CardId.ofHex("00112233445566778899AABBCCDDEEFF");
    private static final CardId ALIVE = CardId.ofHex("0F112233445566778899AABBCCDDEEFF");

    private final House house = House.of(CardReadingTest.configuration());
    private final BlockedCards blocked = new BlockedCards();

    static SignedBlockList list(String facility, long sequence, KeyPair signer, CardId... dead) throws Exception {
        BlockList list = BlockList.of(
                facility,
                sequence,
                Instant.parse("2026-11-22T00:00:00Z"),
                SigningKeyId.of((ECPublicKey) signer.getPublic()),
                List.of(dead));
        return new SignedBlockList(list.encode(), list.sign(signer.getPrivate()));
    }

    @Test
    void theHospitalsOwnListKeepsItsCardsOut() throws Exception {
        assertThat(blocked.contains(DEAD)).isFalse();
        assertThat(blocked.take(list("01234", 5, SoftCard.HOSPITAL, DEAD), house))
                .isTrue();
        assertThat(blocked.contains(DEAD)).isTrue();
        assertThat(blocked.contains(ALIVE)).isFalse();
    }

    @Test
    void anOlderListDoesNotBringACardBackAndANewerOneDoes() throws Exception {
        blocked.take(list("01234", 5, SoftCard.HOSPITAL, DEAD), house);
        assertThat(blocked.take(list("01234", 4, SoftCard.HOSPITAL), house)).isFalse();
        assertThat(blocked.contains(DEAD)).isTrue();
        assertThat(blocked.take(list("01234", 6, SoftCard.HOSPITAL), house)).isTrue();
        assertThat(blocked.contains(DEAD)).isFalse();
    }

    @Test
    void whatAnotherHospitalOrNobodySignedIsRefused() throws Exception {
        SignedBlockList good = list("01234", 5, SoftCard.HOSPITAL, DEAD);
        byte[] changed = good.content().clone();
        changed[changed.length - 1] ^= 1;
        byte[] cut = Arrays.copyOf(good.content(), good.content().length - 1);
        for (SignedBlockList bad : List.of(
                list("99999", 6, SoftCard.HOSPITAL, ALIVE),
                list("01234", 6, SoftCard.newKey(), ALIVE),
                new SignedBlockList(changed, good.signature()),
                new SignedBlockList(cut, good.signature()),
                new SignedBlockList(good.content(), new byte[64]),
                new SignedBlockList(good.content(), new byte[3]),
                new SignedBlockList(null, good.signature()),
                new SignedBlockList(good.content(), null))) {
            assertThat(blocked.take(bad, house)).isFalse();
        }
        assertThat(blocked.contains(ALIVE)).isFalse();
        assertThat(blocked.contains(DEAD)).isFalse();
    }
}
