package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.citizen.AccessDeniedException;
import vn.tiepdon.card.citizen.AccessKey;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipPhoto;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.ChipReading;
import vn.tiepdon.card.citizen.ChipReading.Access;
import vn.tiepdon.card.citizen.CitizenIdentity;
import vn.tiepdon.card.citizen.ForeignDocumentException;
import vn.tiepdon.card.citizen.KeyCandidates;
import vn.tiepdon.card.citizen.NoChipApplicationException;
import vn.tiepdon.card.transport.CardMuteException;
import vn.tiepdon.card.transport.CardRemovedException;
import vn.tiepdon.card.transport.Transport;

/** A whole card is read by the kiosk's reader. The two share no code. */
class ChipReadingTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final TestAuthority VIETNAM = TestAuthority.vietnam();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final byte[] CHALLENGE = ChipChallenge.of("kiosk-1", Instant.EPOCH, new byte[16]);
    private static final List<ChipFile> TEXT =
            List.of(ChipFile.DG1, ChipFile.DG13, ChipFile.SOD, ChipFile.DG14, ChipFile.DG15);

    private static final int SHORT_BLOCK = 223;
    private static final int LONG_BLOCK = 2048;

    private final List<byte[]> sent = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"ALTERED_DG1", "ALTERED_DG13", "CLONED", "SUSPENDS", "RETRY_DELAY"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyKindOfCardIsReadWithTheKeysThatItsFrontGives(Quirk quirk) throws Exception {
        ChipReading reading = read(card(quirk), frontKeys());
        assertIsCitizen(reading);
        assertThat(reading.access()).isEqualTo(quirk == Quirk.NO_PACE ? Access.BAC : Access.PACE_CAN);
        assertThat(reading.cloneCheck().activeAuthentication().isPresent())
                .isEqualTo(quirk != Quirk.NO_ACTIVE_AUTHENTICATION);
        assertThat(reading.cloneCheck().chipAuthenticated())
                .as("asked for only where the chip cannot sign")
                .isEqualTo(quirk == Quirk.NO_ACTIVE_AUTHENTICATION);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {
                "NO_PACE",
                "EXTENDED_LENGTH",
                "SHORT_READS",
                "EXPLICIT_CURVES",
                "CHIP_AUTHENTICATION_TRIPLE_DES",
                "CHIP_AUTHENTICATION_AES_256"
            })
    void aChipThatCannotSignAgreesOnNewKeysInstead(Quirk quirk) throws Exception {
        ChipReader reader = new ChipReader((done, total) -> {});
        VirtualCitizenCard card = card(quirk, Quirk.NO_ACTIVE_AUTHENTICATION);
        ChipReading reading = reader.read(card.transport(), frontKeys(), CHALLENGE);
        assertIsCitizen(reading);
        assertThat(reading.cloneCheck().chipAuthenticated()).isTrue();
        assertThat(reading.cloneCheck().activeAuthentication()).isEmpty();
        assertThat(ChipPhoto.decode(reader.photo()).getWidth()).isEqualTo(FaceImage.WIDTH);
    }

    @Test
    void aChipWithoutAnyKeyGivesNoProof() throws Exception {
        ChipReading reading = read(card(Quirk.NO_ACTIVE_AUTHENTICATION, Quirk.NO_CHIP_AUTHENTICATION), frontKeys());
        assertIsCitizen(reading);
        assertThat(reading.cloneCheck().chipAuthenticated()).isFalse();
        assertThat(reading.cloneCheck().activeAuthentication()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"NO_PACE", "NO_BAC", "PACE_P384", "PACE_TRIPLE_DES", "PACE_AES_256"})
    void everyKindOfCardIsReadWithItsMachineReadableZone(Quirk quirk) throws Exception {
        ChipReading reading = read(card(quirk), List.of(CITIZEN.mrz()));
        assertIsCitizen(reading);
        assertThat(reading.access()).isEqualTo(quirk == Quirk.NO_PACE ? Access.BAC : Access.PACE_MRZ);
    }

    @Test
    void aCardThatRefusesPaceAtOnceIsReadByBac() throws Exception {
        VirtualCitizenCard card = card();
        Transport refusing =
                command -> command[1] == 0x22 && command[2] == (byte) 0xC1 ? hex("6982") : card.transmit(command);
        ChipReading reading = read(refusing, frontKeys());
        assertIsCitizen(reading);
        assertThat(reading.access()).isEqualTo(Access.BAC);
    }

    @Test
    void wrongKeysOpenNothing() {
        List<AccessKey> keys = KeyCandidates.of("001190999999", LocalDate.of(1990, 1, 15), Optional.empty(), TODAY);
        for (Quirk quirk : List.of(Quirk.NO_PACE, Quirk.NO_BAC, Quirk.RETRY_DELAY)) {
            int tried = quirk == Quirk.NO_PACE ? keys.size() - 1 : keys.size();
            assertThatThrownBy(() -> read(card(quirk), keys))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("none of " + tried + " keys opens the chip");
        }
    }

    @Test
    void noMoreThanTwoWrongAccessNumbersAreTriedOnACard() {
        List<AccessKey> keys = List.of(can("111111"), can("222222"), can("333333"), can("444444"), can("555555"));
        assertThatThrownBy(() -> read(card(), keys)).hasMessage("none of 2 keys opens the chip");
        assertThat(sent).filteredOn(command -> command[1] == 0x22).hasSize(2);
    }

    @Test
    void aRefusedAuthenticationIsNotRepeated() {
        assertThatThrownBy(() -> read(card(Quirk.NO_PACE), List.of(new AccessKey.Mrz("190000123", "900115", "310115"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(sent).filteredOn(command -> command[1] == (byte) 0x82).hasSize(1);
    }

    @Test
    void aCardWithoutTheApplicationIsNoChipCard() throws Exception {
        Transport other = command -> hex("6A82");
        assertThat(ChipReader.isChipCard(other)).isFalse();
        assertThatThrownBy(() -> read(other, frontKeys())).isInstanceOf(NoChipApplicationException.class);
    }

    @Test
    void aCardThatWasLookedAtFirstIsReadAllTheSame() throws Exception {
        for (Quirk quirk : List.of(Quirk.EXTENDED_LENGTH, Quirk.NO_PACE)) {
            VirtualCitizenCard card = card(quirk);
            assertThat(ChipReader.isChipCard(card.transport())).isTrue();
            assertIsCitizen(read(card, frontKeys()));
        }
    }

    @Test
    void theTextGroupsTakeFewCommands() throws Exception {
        for (Set<Quirk> quirks : List.of(
                Set.<Quirk>of(),
                Set.of(Quirk.EXTENDED_LENGTH),
                Set.of(Quirk.NO_PACE),
                Set.of(Quirk.NO_PACE, Quirk.EXTENDED_LENGTH),
                Set.of(Quirk.NO_BAC))) {
            ChipReading reading = read(
                    VirtualCitizenCard.of(CITIZEN, VIETNAM, quirks).transport(), List.of(CITIZEN.can(), CITIZEN.mrz()));
            int fewest = fewestCommands(reading, quirks.contains(Quirk.EXTENDED_LENGTH) ? LONG_BLOCK : SHORT_BLOCK);
            assertThat(reading.cost().apdus())
                    .as("%s, of which %d cannot be spared", quirks, fewest)
                    .isEqualTo(sent.size())
                    .isLessThanOrEqualTo(fewest * 5 / 4);
            sent.clear();
        }
    }

    /**
     * Asking for EF.CardAccess, access, each file in the biggest blocks, active authentication in one command. */
    private static int fewestCommands(ChipReading reading, int block) {
        int access = reading.access() == Access.BAC ? 1 + 3 : 2 + 5 + 1;
        int files = reading.files().values().stream()
                .mapToInt(file -> (file.length + block - 1) / block)
                .sum();
        return access + files + 1;
    }

    @Test
    void neitherTheMasterFileNorFingerprintsAreAskedFor() throws Exception {
        read(card(), frontKeys());
        assertThat(sent)
                .noneMatch(command -> command[1] == (byte) 0xA4 && command[2] == 0x00)
                .noneMatch(command -> command[1] == (byte) 0xB0 && (command[2] & 0xFF) == 0x83)
                .noneMatch(command -> command[1] == (byte) 0xB0 && (command[2] & 0xFF) == 0x8B);
    }

    @Test
    void aReaderThatKnowsShortCommandsOnlyIsEnough() throws Exception {
        VirtualCitizenCard card = card(Quirk.EXTENDED_LENGTH);
        Transport shortOnly = command -> {
            if (command.length > 5 && command[4] == 0) {
                throw new CardMuteException(null);
            }
            return card.transmit(command);
        };
        assertIsCitizen(read(shortOnly, frontKeys()));
    }

    @Test
    void aReaderThatCutsLongAnswersIsFoundOutAndSpared() throws Exception {
        VirtualCitizenCard card = card(Quirk.EXTENDED_LENGTH);
        Transport cutting = command -> {
            byte[] answer = card.transmit(command);
            return answer.length > 258 ? java.util.Arrays.copyOf(answer, 258) : answer;
        };
        assertIsCitizen(read(cutting, frontKeys()));
    }

    @Test
    void progressNeverGoesBackAndEndsAtItsTotal() throws Exception {
        List<int[]> steps = new ArrayList<>();
        ChipReading reading = new ChipReader((done, total) -> steps.add(new int[] {done, total}))
                .read(card(Quirk.SHORT_READS).transport(), frontKeys(), CHALLENGE);
        int all =
                reading.files().values().stream().mapToInt(file -> file.length).sum();
        assertThat(steps.get(steps.size() - 1)).containsExactly(all, all);
        for (int at = 0; at < steps.size(); at++) {
            assertThat(steps.get(at)[0])
                    .isLessThanOrEqualTo(steps.get(at)[1])
                    .isGreaterThan(at == 0 ? 0 : steps.get(at - 1)[0]);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"JPEG_2000", "EXTENDED_LENGTH", "NO_PACE", "SHORT_READS"})
    void thePhotoIsReadOnlyWhenAskedFor(Quirk quirk) throws Exception {
        ChipReader reader = new ChipReader((done, total) -> {});
        Transport card = noting(card(quirk).transport());
        ChipReading reading = reader.read(card, frontKeys(), CHALLENGE);
        assertThat(reading.files()).doesNotContainKey(ChipFile.DG2);
        byte[] dg2 = reader.photo();
        assertThat(ChipPhoto.decode(dg2).getWidth()).isEqualTo(FaceImage.WIDTH);
        assertThat(ChipPhoto.decode(dg2).getHeight()).isEqualTo(FaceImage.HEIGHT);
        Color corner = new Color(ChipPhoto.decode(dg2).getRGB(8, 8));
        assertThat(List.of(corner.getRed(), corner.getGreen(), corner.getBlue()))
                .as("the drawing's background, D8E4F0, with its grain")
                .satisfiesExactly(
                        red -> assertThat(red).isCloseTo(0xD8, within(25)),
                        green -> assertThat(green).isCloseTo(0xE4, within(25)),
                        blue -> assertThat(blue).isCloseTo(0xF0, within(25)));
    }

    @Test
    void aForeignCardIsKnownByItsZone() {
        VirtualCitizenCard card = VirtualCitizenCard.of(CITIZEN.foreign(), VIETNAM);
        assertThatThrownBy(() -> read(card, List.of(CITIZEN.foreign().mrz())))
                .isInstanceOf(ForeignDocumentException.class);
    }

    @Test
    void aCopyThatCannotSignIsACopy() throws Exception {
        ChipReading signing = read(card(Quirk.CLONED), frontKeys());
        assertThat(signing.cloneCheck().activeAuthentication()).isPresent();
        VirtualCitizenCard mute = card(Quirk.CLONED, Quirk.NO_ACTIVE_AUTHENTICATION);
        assertThatThrownBy(() -> read(mute, frontKeys())).isInstanceOf(ChipClonedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"NO_PACE", "EXTENDED_LENGTH", "NO_ACTIVE_AUTHENTICATION"})
    void aCardTakenAwayAtAnyCommandEndsTheReadingThere(Quirk quirk) throws Exception {
        VirtualCitizenCard card = card(quirk);
        int commands = read(card, frontKeys()).cost().apdus();
        for (int last = 0; last < commands; last++) {
            card.reset();
            int stays = last;
            int[] count = {0};
            Transport leaving = command -> {
                if (count[0]++ >= stays) {
                    throw new CardRemovedException(null);
                }
                return card.transmit(command);
            };
            assertThatThrownBy(() -> read(leaving, frontKeys()))
                    .as("after %d commands", stays)
                    .isInstanceOf(CardRemovedException.class);
            assertThat(count[0]).as("commands to a card that is gone").isEqualTo(stays + 1);
        }
    }

    private static void assertIsCitizen(ChipReading reading) {
        assertThat(reading.identity())
                .isEqualTo(new CitizenIdentity(
                        CITIZEN.nationalNumber(),
                        CITIZEN.fullName(),
                        PartialDate.of(CITIZEN.birthDate()),
                        CITIZEN.sex(),
                        CITIZEN.residence(),
                        CITIZEN.oldNumber(),
                        Optional.of(CITIZEN.issued()),
                        CITIZEN.expires()));
        assertThat(TEXT).containsAll(reading.files().keySet());
        assertThat(reading.files()).containsKeys(ChipFile.DG1, ChipFile.DG13, ChipFile.SOD);
    }

    private static VirtualCitizenCard card(Quirk... quirks) {
        return VirtualCitizenCard.of(CITIZEN, VIETNAM, quirks.length == 0 ? Set.of() : EnumSet.copyOf(List.of(quirks)));
    }

    private static List<AccessKey> frontKeys() {
        return KeyCandidates.of(CITIZEN.nationalNumber(), CITIZEN.birthDate(), Optional.empty(), TODAY);
    }

    private static AccessKey can(String digits) {
        return new AccessKey.Can(digits);
    }

    private ChipReading read(VirtualCitizenCard card, List<AccessKey> keys) throws Exception {
        return read(card.transport(), keys);
    }

    private ChipReading read(Transport card, List<AccessKey> keys) throws Exception {
        return new ChipReader((done, total) -> {}).read(noting(card), keys, CHALLENGE);
    }

    private Transport noting(Transport card) {
        return command -> {
            sent.add(command);
            return card.transmit(command);
        };
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
