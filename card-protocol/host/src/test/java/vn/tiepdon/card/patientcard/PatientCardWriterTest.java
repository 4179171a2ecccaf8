package vn.tiepdon.card.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.transport.SecureMessagingException;
import vn.tiepdon.card.transport.Transport;

class PatientCardWriterTest {

    private static final KeyVersion READING = new KeyVersion(CardRole.READING, 2);

    private final List<String> sent = new ArrayList<>();

    @Test
    void anUpdateIsStoredInChunksAndThenCommitted() throws Exception {
        byte[] emergency = numbered(500);
        new PatientCardWriter(answering("9000"))
                .apply(258, Optional.of(emergency), Optional.empty(), Optional.of(numbered(3)));
        assertThat(sent)
                .containsExactly(
                        "80E20200EF" + "0000" + hex(Arrays.copyOf(emergency, 237)),
                        "80E20200EF" + "00ED" + hex(Arrays.copyOfRange(emergency, 237, 474)),
                        "80E282001C" + "01DA" + hex(Arrays.copyOfRange(emergency, 474, 500)),
                        "80E2840005" + "0000" + "000102",
                        "80E4000004" + "00000102");
    }

    @Test
    void aRecordThatIsTooLongIsRefusedBeforeAnythingIsSent() throws Exception {
        PatientCardWriter writer = new PatientCardWriter(answering("9000"));
        assertThatThrownBy(() ->
                        writer.apply(2, Optional.of(numbered(1024)), Optional.empty(), Optional.of(numbered(193))))
                .isInstanceOfSatisfying(RecordDoesNotFitException.class, e -> {
                    assertThat(e.file()).isEqualTo(4);
                    assertThat(e.length()).isEqualTo(193);
                });
        assertThat(sent).isEmpty();
        writer.apply(2, Optional.empty(), Optional.empty(), Optional.of(numbered(192)));
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatTheCardRefusesHasItsName() {
        assertThatThrownBy(() -> apply("6982")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> apply("6985")).isInstanceOf(WrongStateException.class);
        assertThatThrownBy(() -> apply("6A84")).isInstanceOf(RecordDoesNotFitException.class);
        assertThatThrownBy(() -> apply("6F00")).isInstanceOf(UnexpectedStatusException.class);
        assertThatThrownBy(() -> apply("9000", "6985")).isInstanceOf(RevisionNotNewerException.class);
        PatientCardWriter refused = new PatientCardWriter(answering("6A80"));
        assertThatThrownBy(() -> refused.putKeys(READING, new byte[64]))
                .isInstanceOfSatisfying(KeyOrderRefusedException.class, e -> assertThat(e.keyVersion())
                        .isEqualTo(0x12));
        PatientCardWriter notAllowed = new PatientCardWriter(answering("6982"));
        assertThatThrownBy(notAllowed::end)
                .isInstanceOfSatisfying(NotAllowedException.class, e -> assertThat(e.instruction())
                        .isEqualTo(0xF0));
    }

    @Test
    void afterAFailedUpdateTheSessionTakesNoOther() {
        PatientCardWriter writer = new PatientCardWriter(answering("9000", "6985"));
        assertThatThrownBy(() -> writer.apply(1, Optional.of(new byte[1]), Optional.empty(), Optional.empty()))
                .isInstanceOf(RevisionNotNewerException.class);
        assertThatThrownBy(() -> writer.apply(2, Optional.empty(), Optional.empty(), Optional.of(new byte[1])))
                .isInstanceOf(SecureMessagingException.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void aCardsLifeIsChangedByOneCommandEach() throws Exception {
        PatientCardWriter writer = new PatientCardWriter(answering("9000"));
        writer.putKeys(READING, new byte[3]);
        writer.activate();
        writer.block();
        writer.unblock();
        writer.end();
        assertThat(sent).containsExactly("80D8120003000000", "80F00100", "80F00200", "80F00300", "80F00400");
    }

    @Test
    void personalisationSendsItsSteps() throws Exception {
        String point = hex(TestIdentity.record().cardKey().point());
        PatientCardPersonaliser personaliser = new PatientCardPersonaliser(answering(point + "9000", "9000"));
        assertThat(CardPublicKey.of(personaliser.generateKey()))
                .isEqualTo(TestIdentity.record().cardKey());
        personaliser.storeIdentity(TestIdentity.signed());
        personaliser.personalise();
        assertThat(sent.get(0)).isEqualTo("80E0000000");
        assertThat(sent.get(1)).startsWith("80E20100EF0000E1");
        assertThat(sent.get(2)).startsWith("80E28100").contains("00ED");
        assertThat(sent.get(3)).isEqualTo("80F00000");
    }

    @Test
    void aCardInUseMakesNoNewKeyAndAPointThatIsNoneIsRefused() {
        PatientCardPersonaliser used = new PatientCardPersonaliser(answering("6985"));
        assertThatThrownBy(used::generateKey).isInstanceOf(CardAlreadyPersonalisedException.class);
        PatientCardPersonaliser broken = new PatientCardPersonaliser(answering("04".repeat(65) + "9000"));
        assertThatThrownBy(broken::generateKey).isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void recordsAreReadToTheirEnd() throws Exception {
        String whole = hex(numbered(239));
        PatientCardRecords exact = new PatientCardRecords(answering(whole + "9000", "6B00"));
        assertThat(exact.emergency())
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(numbered(239)));
        assertThat(sent).containsExactly("00B08200EF", "00B000EFEF");
        PatientCardRecords longer = new PatientCardRecords(answering(whole + "9000", "0102039000"));
        assertThat(longer.medication())
                .hasValueSatisfying(read -> assertThat(read).hasSize(242));
        assertThat(new PatientCardRecords(answering("6B00")).emergency()).isEmpty();
        PatientCardRecords endless = new PatientCardRecords(answering(whole + "9000"));
        assertThatThrownBy(endless::emergency).isInstanceOf(MalformedRecordException.class);
        assertThatThrownBy(() -> new PatientCardRecords(answering("6982")).medication())
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void visitsAreReadUntilThereAreNoMore() throws Exception {
        List<byte[]> visits = new PatientCardRecords(answering("019000", "029000", "6A83")).visits(24);
        assertThat(visits).containsExactly(new byte[] {1}, new byte[] {2});
        assertThat(sent).containsExactly("00B2012400", "00B2022400", "00B2032400");
        assertThat(new PatientCardRecords(answering("019000")).visits(1)).hasSize(1);
        assertThat(new PatientCardRecords(answering("019000")).visits(1000)).hasSize(24);
    }

    private void apply(String... answers) throws Exception {
        new PatientCardWriter(answering(answers))
                .apply(7, Optional.of(new byte[3]), Optional.empty(), Optional.empty());
    }

    /** The last answer is given again and again. */
    private Transport answering(String... answers) {
        sent.clear();
        return command -> {
            sent.add(hex(command));
            return HexFormat.of().parseHex(answers[Math.min(sent.size(), answers.length) - 1]);
        };
    }

    private static byte[] numbered(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
