package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.kiosk.Samples;

/** Saying why one goes first, for those whom it concerns, beside the way of all others. */
class PriorityFlowTest {

    private static Walk clinicsOf(Set<PriorityClaim> mayDeclare) {
        return new Walk()
                .card()
                .answer(Samples.declaring(Samples.proven(), mayDeclare))
                .touch(new Touch.ItIsMe());
    }

    private static CheckInWish wish(Walk walk) {
        Effect.TakeNumber taken = walk.effects(Effect.TakeNumber.class).get(0);
        return new CheckInWish(taken.request().clinicCode(), taken.request().declared());
    }

    private record CheckInWish(String clinic, Set<PriorityClaim> declared) {}

    @Test
    void nobodyIsAskedWhoDoesNotSaySo() {
        Walk walk = clinicsOf(Set.of(PriorityClaim.values())).touch(new Touch.ChooseClinic("K01"));
        assertThat(wish(walk)).isEqualTo(new CheckInWish("K01", Set.of()));
    }

    @Test
    void whatIsDeclaredGoesWithTheCheckIn() {
        Walk walk = clinicsOf(Set.of(PriorityClaim.values())).touch(new Touch.AskPriority());
        assertThat(walk.state()).isInstanceOf(AskPriority.class);
        walk.touch(new Touch.Declare(PriorityClaim.PREGNANT));
        assertThat(walk.state()).isInstanceOf(ChooseClinic.class);
        walk.touch(new Touch.ChooseClinic("K01"));
        assertThat(wish(walk)).isEqualTo(new CheckInWish("K01", Set.of(PriorityClaim.PREGNANT)));
    }

    @Test
    void whatIsDeclaredCanBeTakenBackAndAClinicThatIsFullDoesNotForgetIt() {
        Walk walk = clinicsOf(Set.of(PriorityClaim.values()))
                .touch(new Touch.AskPriority())
                .touch(new Touch.Declare(PriorityClaim.WAR_MERIT))
                .touch(new Touch.ChooseClinic("K01"))
                .notCheckedIn(FaultCode.CLINIC_FULL)
                .touch(new Touch.GoOn());
        assertThat(walk.state().visit().declared()).containsExactly(PriorityClaim.WAR_MERIT);
        walk.touch(new Touch.AskPriority()).touch(new Touch.DeclareNothing());
        assertThat(walk.state().visit().declared()).isEmpty();
    }

    @Test
    void whoGoesFirstByAgeIsNotAsked() {
        Walk walk = clinicsOf(Set.of()).touch(new Touch.AskPriority());
        assertThat(walk.state()).isInstanceOf(ChooseClinic.class);
    }

    @Test
    void onlyWhatConcernsThePatientIsOffered() {
        Walk walk = clinicsOf(Set.of(PriorityClaim.WAR_MERIT, PriorityClaim.SEVERE_DISABILITY))
                .touch(new Touch.AskPriority());
        assertThat(((AskPriority) walk.state()).offered())
                .containsExactly(PriorityClaim.SEVERE_DISABILITY, PriorityClaim.WAR_MERIT);
        walk.touch(new Touch.Declare(PriorityClaim.PREGNANT));
        assertThat(walk.state()).isInstanceOf(AskPriority.class);
    }
}
