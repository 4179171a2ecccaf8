package vn.tiepdon.server.coverage.lookup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.coverage.gateway.Asked;
import vn.tiepdon.server.coverage.gateway.CardQuestion;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayFault;
import vn.tiepdon.server.coverage.gateway.Hurry;
import vn.tiepdon.server.coverage.gateway.InsuranceGateway;
import vn.tiepdon.server.coverage.gateway.ResultClass;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;

/** Asks about a patient's day once, keeps what came of it, and leaves the rest to {@link LookupWorker}. */
@Component
public class Lookups {

    private final CheckTable checks;
    private final CheckWriter writer;
    private final InsuranceGateway gateway;
    private final AskedNumber numbers;
    private final HospitalClock clock;
    private final Retries retries;

    Lookups(
            CheckTable checks,
            CheckWriter writer,
            InsuranceGateway gateway,
            AskedNumber numbers,
            HospitalClock clock,
            CoverageSettings settings) {
        this.checks = checks;
        this.writer = writer;
        this.gateway = gateway;
        this.numbers = numbers;
        this.clock = clock;
        this.retries = Retries.of(settings);
    }

    /**
     * @param actor for whose sake: a device or a login
     * @param tooLate whether the patient has been told meanwhile that nobody has answered
     * @return empty when no number of the patient is known
     */
    public Optional<CoverageCheck> ask(
            GatewayAccount account,
            Patient patient,
            Presentation shown,
            LocalDate day,
            String actor,
            Duration patience,
            BooleanSupplier tooLate) {
        FacilityId facility = account.facility();
        Optional<InsuranceNumber> onCard = AskedNumber.shown(shown);
        List<CoverageCheck> today = checks.of(facility, patient.id(), day);
        Optional<CoverageCheck> before = today.stream()
                .filter(check -> onCard.isEmpty() || about(check, onCard.get()))
                .min((one, other) -> Boolean.compare(waiting(one), waiting(other)));
        if (before.filter(check -> check.state() == CheckState.ANSWERED).isPresent()) {
            return before;
        }
        Optional<InsuranceNumber> number =
                before.map(CoverageCheck::number).or(() -> onCard).or(() -> numbers.known(facility, patient));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        CoverageCheck open = before.orElseGet(() -> fresh(facility, patient, day, number.get(), actor));
        Asked asked = gateway.ask(account, question(open, patient), open.id().toString(), patience, Hurry.NOW);
        CoverageCheck now = with(open, asked, Optional.of(tooLate.getAsBoolean()));
        Instant next = now.state() == CheckState.WAITING ? retries.next(now, clock.now()) : null;
        return Optional.of(
                before.isPresent() ? writer.answer(now, asked, actor, next) : added(now, asked, actor, next));
    }

    /**
     * Once more, in the background.
     *
     * @return whether the gateway was asked: otherwise nothing has changed
     */
    boolean askAgain(GatewayAccount account, CoverageCheck open, Patient patient, Duration patience) {
        Asked asked = gateway.ask(account, question(open, patient), open.id().toString(), patience, Hurry.LATER);
        if (asked.calls().isEmpty()) {
            return false;
        }
        CoverageCheck now = with(open, asked, Optional.empty());
        CoverageCheck kept = now.state() == CheckState.WAITING && retries.over(now, clock.now()) ? givenUp(now) : now;
        writer.answer(
                kept,
                asked,
                LookupWorker.ACTOR,
                kept.state() == CheckState.WAITING ? retries.next(kept, clock.now()) : null);
        return true;
    }

    private CoverageCheck added(CoverageCheck now, Asked asked, String actor, Instant next) {
        try {
            writer.add(now, asked, actor, next);
            return now;
        } catch (DuplicateKeyException askedElsewhere) {
            writer.log(now, asked, actor);
            return checks.of(now.facility(), now.patient(), now.day()).stream()
                    .filter(check -> check.number().equals(now.number()))
                    .findFirst()
                    .orElse(now);
        }
    }

    private static boolean waiting(CoverageCheck check) {
        return check.state() != CheckState.ANSWERED;
    }

    private static boolean about(CoverageCheck check, InsuranceNumber number) {
        return check.number().equals(number)
                || check.card().filter(card -> card.number().equals(number)).isPresent();
    }

    private CoverageCheck fresh(
            FacilityId facility, Patient patient, LocalDate day, InsuranceNumber number, String actor) {
        return new CoverageCheck(
                facility,
                UUID.randomUUID(),
                patient.id(),
                day,
                number,
                actor,
                clock.now(),
                CheckState.WAITING,
                null,
                null,
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static CardQuestion question(CoverageCheck check, Patient patient) {
        return new CardQuestion(
                check.number(), patient.fullName(), BirthDay.vietnamese(patient.birthDate()), check.day());
    }

    /** @param toldNothing whether the patient who waits has given up; empty when nobody waits */
    private CoverageCheck with(CoverageCheck check, Asked asked, Optional<Boolean> toldNothing) {
        ResultClass outcome = asked.outcome().result().kind();
        boolean answered = Outcomes.answered(asked.outcome());
        ResultClass kind = answered ? Outcomes.kind(asked.outcome()) : outcome;
        ResultClass told =
                toldNothing.map(late -> late ? ResultClass.GATEWAY_FAULT : kind).orElse(check.told());
        Optional<String> toldCode = toldNothing
                .map(late -> late
                        ? GatewayFault.TIMEOUT.name()
                        : asked.outcome().result().code())
                .or(check::toldCode);
        return new CoverageCheck(
                check.facility(),
                check.id(),
                check.patient(),
                check.day(),
                check.number(),
                check.askedBy(),
                check.askedAt(),
                answered ? CheckState.ANSWERED : CheckState.WAITING,
                asked.outcome().result(),
                kind,
                told,
                toldCode,
                Outcomes.card(asked.outcome()),
                answered ? Optional.of(clock.now()) : Optional.empty(),
                check.newCardUsed(),
                check.tries() + 1);
    }

    private static CoverageCheck givenUp(CoverageCheck check) {
        return new CoverageCheck(
                check.facility(),
                check.id(),
                check.patient(),
                check.day(),
                check.number(),
                check.askedBy(),
                check.askedAt(),
                CheckState.GIVEN_UP,
                check.result(),
                check.outcome(),
                check.told(),
                check.toldCode(),
                check.card(),
                check.answeredAt(),
                check.newCardUsed(),
                check.tries());
    }
}
