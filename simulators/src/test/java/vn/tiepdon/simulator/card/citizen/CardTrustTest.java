package vn.tiepdon.simulator.card.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipChallenge;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.citizen.ChipReading;
import vn.tiepdon.card.citizen.trust.ActiveAuthentication;
import vn.tiepdon.card.citizen.trust.Authenticity;
import vn.tiepdon.card.citizen.trust.Authenticity.NotProven;
import vn.tiepdon.card.citizen.trust.Authenticity.Proven;
import vn.tiepdon.card.citizen.trust.Authenticity.Reason;
import vn.tiepdon.card.citizen.trust.CscaStore;
import vn.tiepdon.card.citizen.trust.PassiveAuthentication;

/** A whole card is read and judged as kiosk and server do it. The card's maker and its judge share no code. */
class CardTrustTest {

    private static final Citizen CITIZEN = Citizen.sample();
    private static final TestAuthority VIETNAM = TestAuthority.vietnam();
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final byte[] CHALLENGE = ChipChallenge.of("kiosk-1", NOW, new byte[16]);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"KNOWS_MASTER_FILE", "ACTIVE_AUTHENTICATION_RSA", "EXPLICIT_CURVES", "OLD_NUMBER_LAST"})
    void aCardThatWasReadIsProvenAndNoCopy(Quirk quirk) throws Exception {
        trust("vietnam.cer", VIETNAM.cscaCertificate());
        ChipReading reading = read(VirtualCitizenCard.of(CITIZEN, VIETNAM, quirk));
        assertThat(judged(reading)).isInstanceOf(Proven.class);
        ActiveAuthentication.verify(
                reading.files().get(ChipFile.DG15),
                Optional.of(reading.files().get(ChipFile.DG14)),
                CHALLENGE,
                reading.cloneCheck().activeAuthentication().orElseThrow());
    }

    @Test
    void aMasterListIsAsGoodAsACertificate() throws Exception {
        trust("world.ml", TestAuthority.stranger().masterList(List.of(TestAuthority.expired(), VIETNAM)));
        assertThat(judged(read(VirtualCitizenCard.of(CITIZEN, VIETNAM)))).isInstanceOf(Proven.class);
    }

    @Test
    void nobodyVouchesForAStrangerNorForAnAuthorityThatHadExpired() throws Exception {
        ChipReading byVietnam = read(VirtualCitizenCard.of(CITIZEN, VIETNAM));
        assertThat(judged(byVietnam)).isEqualTo(new NotProven(Reason.NO_CSCA));
        trust("stranger.cer", TestAuthority.stranger().cscaCertificate());
        assertThat(judged(byVietnam)).isEqualTo(new NotProven(Reason.ISSUER_UNKNOWN));
        trust("expired.cer", TestAuthority.expired().cscaCertificate());
        assertThat(judged(read(VirtualCitizenCard.of(CITIZEN, TestAuthority.expired()))))
                .isEqualTo(new NotProven(Reason.CERTIFICATE_EXPIRED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"ALTERED_DG1", "ALTERED_DG13"})
    void aCardThatWasAlteredIsFoundOut(Quirk quirk) throws Exception {
        trust("vietnam.cer", VIETNAM.cscaCertificate());
        ChipReading reading = read(VirtualCitizenCard.of(CITIZEN, VIETNAM, quirk));
        assertThatThrownBy(() -> judged(reading)).isInstanceOf(ChipAlteredException.class);
    }

    private Authenticity judged(ChipReading reading) throws Exception {
        return PassiveAuthentication.check(reading.files(), CscaStore.load(folder), NOW);
    }

    private void trust(String name, byte[] file) throws IOException {
        Files.write(folder.resolve(name), file);
    }

    private static ChipReading read(VirtualCitizenCard card) throws Exception {
        return new ChipReader((done, total) -> {}).read(card.transport(), List.of(CITIZEN.can()), CHALLENGE);
    }
}
