package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipClonedException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.ChipReading;
import vn.tiepdon.card.citizen.CitizenChipException;
import vn.tiepdon.card.citizen.trust.ActiveAuthentication;
import vn.tiepdon.card.citizen.trust.Authenticity;
import vn.tiepdon.card.citizen.trust.CscaStore;
import vn.tiepdon.card.citizen.trust.PassiveAuthentication;
import vn.tiepdon.card.transport.TransportException;

/** What the product's own judges say of the virtual card, with the virtual card's authority among those they trust. */
class CardTrustTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final TestAuthority VIETNAM = TestAuthority.vietnam();
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final byte[] CHALLENGE = HexFormat.of().parseHex("F173589974BF40C6");

    @TempDir
    private static Path folder;

    private static CscaStore store;

    @BeforeAll
    static void trustVietnam() throws Exception {
        Files.write(folder.resolve("vietnam.cer"), VIETNAM.cscaCertificate());
        store = CscaStore.load(folder);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLONED", "ALTERED_DG1", "ALTERED_DG13", "NO_ACTIVE_AUTHENTICATION"})
    void everyHonestCardIsProven(Quirk quirk) throws Exception {
        ChipReading reading = read(VirtualCitizenCard.of(CITIZEN, VIETNAM, quirk));
        assertThat(judge(reading)).isInstanceOf(Authenticity.Proven.class);
        verifyActively(reading);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"ALTERED_DG1", "ALTERED_DG13"})
    void alteredDataAreNoticed(Quirk quirk) throws Exception {
        ChipReading reading = read(VirtualCitizenCard.of(CITIZEN, VIETNAM, quirk));
        assertThatThrownBy(() -> judge(reading)).isInstanceOf(ChipAlteredException.class);
    }

    @Test
    void aCloneIsNoticed() throws Exception {
        ChipReading reading = read(VirtualCitizenCard.of(CITIZEN, VIETNAM, Quirk.CLONED));
        assertThat(judge(reading)).isInstanceOf(Authenticity.Proven.class);
        assertThat(reading.cloneCheck().chipAuthenticated()).isFalse();
        assertThatThrownBy(() -> verifyActively(reading)).isInstanceOf(ChipClonedException.class);
    }

    @Test
    void whoeverSignedItIsJudged() throws Exception {
        assertThat(judge(read(VirtualCitizenCard.of(CITIZEN, TestAuthority.stranger()))))
                .isInstanceOf(Authenticity.NotProven.class);
        Files.write(folder.resolve("expired.cer"), TestAuthority.expired().cscaCertificate());
        CscaStore both = CscaStore.load(folder);
        ChipReading expired = read(VirtualCitizenCard.of(CITIZEN, TestAuthority.expired()));
        assertThat(PassiveAuthentication.check(expired.files(), both, NOW))
                .isEqualTo(new Authenticity.NotProven(Authenticity.Reason.CERTIFICATE_EXPIRED));
    }

    private static ChipReading read(VirtualCitizenCard card) throws TransportException, CitizenChipException {
        return new ChipReader((done, total) -> {})
                .read(card.transport(), List.of(CITIZEN.can(), CITIZEN.mrz()), CHALLENGE);
    }

    private static Authenticity judge(ChipReading reading) throws CitizenChipException {
        return PassiveAuthentication.check(reading.files(), store, NOW);
    }

    private static void verifyActively(ChipReading reading) throws CitizenChipException {
        ActiveAuthentication.verify(
                reading.files().get(ChipFile.DG15),
                Optional.ofNullable(reading.files().get(ChipFile.DG14)),
                CHALLENGE,
                reading.cloneCheck().activeAuthentication().orElseThrow());
    }
}
