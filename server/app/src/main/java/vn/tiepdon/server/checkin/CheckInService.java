package vn.tiepdon.server.checkin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.queue.numbers.QueueTransactions;

/** From an identification and a choice to a number: once, whatever is sent again. */
@Service
class CheckInService {

    /** Together in one transaction, at most. */
    private static final int MOST = 50;

    /** A kiosk asks again after 10 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final QueueTransactions transactions;
    private final CheckInRounds rounds;
    private final Map<FacilityId, Line<Wish, CheckInAnswer>> lines = new ConcurrentHashMap<>();

    CheckInService(QueueTransactions transactions, CheckInRounds rounds) {
        this.transactions = transactions;
        this.rounds = rounds;
    }

    /**
     * @return the answer as JSON, the same bytes for the same id for ever
     * @throws CheckInRefused when no number can be given; the id then stays free
     */
    String checkIn(Device device, CheckInId id, CheckInRequest request) {
        return lines.computeIfAbsent(device.facility(), this::line)
                .take(new Wish(device, id, request))
                .json();
    }

    private Line<Wish, CheckInAnswer> line(FacilityId facility) {
        return new Line<>(MOST, PATIENCE, wishes -> round(facility, wishes));
    }

    private List<CheckInAnswer> round(FacilityId facility, List<Wish> wishes) {
        return transactions.run(() -> rounds.play(facility, wishes));
    }
}
