package vn.tiepdon.server.patient.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.MergeNotes.Note;

/** Makes one person of two who are the same, and two again. */
@Service
public class PatientMerges {

    private static final int SECONDS = 30;
    private static final int LONGEST_CHAIN = 50;
    private static final int LONGEST_REASON = 500;

    private final Joining joining;
    private final Parting parting;
    private final Merges merges;
    private final MergeNotes notes;
    private final PatientRow people;
    private final PatientDirectory directory;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;

    PatientMerges(
            Joining joining,
            Parting parting,
            Merges merges,
            MergeNotes notes,
            PatientRow people,
            PatientDirectory directory,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        this.joining = joining;
        this.parting = parting;
        this.merges = merges;
        this.notes = notes;
        this.people = people;
        this.directory = directory;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(SECONDS);
    }

    /**
     * All that was the one's is the other's, in one transaction.
     *
     * @param kept who stays
     * @param gone who is not a patient any more; numbers and codes of theirs find the kept one
     * @param by login or device id
     * @param source address the request came from
     * @param reason as somebody wrote it; cut after 500 characters
     */
    public MergeOutcome merge(
            FacilityId facility, PatientId kept, PatientId gone, String by, String source, String reason) {
        return orRefused(() -> {
            if (kept.equals(gone) || !people.lock(facility, kept, gone)) {
                throw new MergeRefusedException(MergeOutcome.Reason.GONE);
            }
            Merge merge = new Merge(new MergeId(UUID.randomUUID()), kept, gone, within(reason), clock.now(), by);
            merges.add(facility, merge);
            List<Identifier> numbers = directory.details(facility, List.of(gone)).stream()
                    .flatMap(it -> it.identifiers().stream())
                    .toList();
            List<Note> done = new ArrayList<>(joining.join(facility, kept, gone));
            done.addAll(people.close(facility, kept, gone));
            notes.write(facility, merge.id(), done);
            people.touch(facility, merge.at(), kept);
            record(facility, by, source, "patient.merge", merge);
            publisher.publishEvent(new PatientsMerged(facility, kept, gone, merge.id(), numbers, decided(done)));
            return new MergeOutcome.Done(merge.id(), rows(done), Map.of());
        });
    }

    /** Restores both as they were; what was written since stays with the kept one. The last merge is parted first. */
    public MergeOutcome part(FacilityId facility, MergeId id, String by, String source, String reason) {
        return orRefused(() -> {
            Merge merge =
                    merges.find(facility, id).orElseThrow(() -> new MergeRefusedException(MergeOutcome.Reason.GONE));
            if (!people.lock(facility, merge.kept())) {
                throw new MergeRefusedException(MergeOutcome.Reason.KEPT_IS_GONE);
            }
            if (!merges.into(facility, merge.kept()).get(0).id().equals(id)) {
                throw new MergeRefusedException(MergeOutcome.Reason.LATER_MERGE);
            }
            if (!merges.part(facility, id, clock.now(), by, within(reason))) {
                throw new MergeRefusedException(MergeOutcome.Reason.GONE);
            }
            List<Note> done = notes.read(facility, id);
            people.open(facility, done);
            Map<String, Integer> left = parting.part(facility, merge.kept(), merge.gone(), people.without(done));
            people.touch(facility, clock.now(), merge.kept(), merge.gone());
            record(facility, by, source, "patient.part", merge);
            publisher.publishEvent(new PatientsParted(facility, merge.kept(), merge.gone(), id, decided(done)));
            return new MergeOutcome.Done(id, rows(done), left);
        });
    }

    /** Who a patient is now that was merged, perhaps more than once; empty when that never happened. */
    public Optional<PatientId> keptFor(FacilityId facility, PatientId gone) {
        return Stream.iterate(
                        merges.keptFor(facility, gone),
                        Optional::isPresent,
                        kept -> kept.flatMap(one -> merges.keptFor(facility, one)))
                .limit(LONGEST_CHAIN)
                .reduce((earlier, later) -> later)
                .flatMap(last -> last);
    }

    /** When one was last merged with another or parted again; empty when that never happened. */
    public Optional<Instant> lastMoved(FacilityId facility, PatientId patient) {
        return merges.lastMoved(facility, patient);
    }

    /** Who was merged into any of these, also by way of another; in which nobody was is missing. */
    public Map<PatientId, List<PatientId>> goneInto(FacilityId facility, Collection<PatientId> kept) {
        Map<PatientId, PatientId> now = new HashMap<>();
        kept.forEach(it -> now.put(it, it));
        Map<PatientId, List<PatientId>> gone = new HashMap<>();
        Collection<PatientId> asked = kept;
        for (int depth = 0; depth < LONGEST_CHAIN && !asked.isEmpty(); depth++) {
            List<PatientId> found = new ArrayList<>();
            for (Merge merge : merges.into(facility, asked)) {
                PatientId patient = now.get(merge.kept());
                if (now.putIfAbsent(merge.gone(), patient) == null) {
                    gone.computeIfAbsent(patient, it -> new ArrayList<>()).add(merge.gone());
                    found.add(merge.gone());
                }
            }
            asked = found;
        }
        return gone;
    }

    /** Who was merged into a patient and not parted since, the latest first. */
    public List<Merge> into(FacilityId facility, PatientId kept) {
        return merges.into(facility, kept);
    }

    private MergeOutcome orRefused(Supplier<MergeOutcome> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (MergeRefusedException refused) {
            return new MergeOutcome.Refused(refused.reason());
        } catch (DuplicateKeyException taken) {
            return new MergeOutcome.Refused(MergeOutcome.Reason.NUMBER_TAKEN);
        }
    }

    private void record(FacilityId facility, String by, String source, String action, Merge merge) {
        String object =
                "patient " + merge.gone().value() + " and " + merge.kept().value() + ", merge " + merge.id();
        audit.append(new AuditEntry(facility, by, source, action, object, "ok"));
    }

    private static Map<String, List<Row>> decided(List<Note> notes) {
        return notes.stream()
                .filter(note -> note.goneBefore() != null && note.leftAs() != null)
                .collect(Collectors.groupingBy(Note::table, Collectors.mapping(Note::leftAs, Collectors.toList())));
    }

    private static int rows(List<Note> notes) {
        return (int) notes.stream().filter(note -> note.goneBefore() != null).count();
    }

    private static String within(String reason) {
        String text = reason.strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
