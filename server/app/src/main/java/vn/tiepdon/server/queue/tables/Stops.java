package vn.tiepdon.server.queue.tables;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.LeftStop;
import vn.tiepdon.server.queue.Stop;
import vn.tiepdon.server.queue.Ticket;

/** The places that tickets have come to: where how long was waited. One that nobody was called at is not written down. */
@Repository
public class Stops {

    private static final String UPDATE = """
            update ticket_stop set state = :state, room_id = :room, calls = :calls, queued_at = :queued,
                first_called_at = :first, entered_at = :entered, ended_at = :ended
            where facility_id = :facility and ticket_id = :ticket and stop = :stop""";

    private static final String INSERT = """
            insert into ticket_stop (facility_id, ticket_id, stop, clinic_id, business_day, cause, state, room_id, calls,
                queued_at, first_called_at, entered_at, ended_at)
            values (:facility, :ticket, :stop, :clinic, :day, :cause, :state, :room, :calls, :queued, :first, :entered,
                :ended)""";

    private final JdbcClient jdbc;

    Stops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a ticket has left since it was read, and where it is. */
    public void save(Ticket ticket, List<LeftStop> left) {
        left.forEach(it -> save(ticket, it.stop(), it.state()));
        if (ticket.state() != State.WAITING || ticket.stop().firstCalledAt() != null) {
            save(ticket, ticket.stop(), ticket.state().name());
        }
    }

    /** The way from this place on was never gone. */
    public void rewind(Ticket ticket) {
        jdbc.sql("delete from ticket_stop where facility_id = :facility and ticket_id = :ticket and stop >= :stop")
                .param("facility", ticket.queue().facility().value())
                .param("ticket", ticket.id().toString())
                .param("stop", ticket.stop().number())
                .update();
    }

    private void save(Ticket ticket, Stop stop, String state) {
        if (write(UPDATE, ticket, stop, state) == 0) {
            write(INSERT, ticket, stop, state);
        }
    }

    private int write(String sql, Ticket ticket, Stop stop, String state) {
        return jdbc.sql(sql)
                .param("facility", ticket.queue().facility().value())
                .param("ticket", ticket.id().toString())
                .param("stop", stop.number())
                .param("clinic", stop.clinic().value())
                .param("day", ticket.queue().day().date())
                .param("cause", stop.cause().name())
                .param("state", state)
                .param("room", stop.room().map(RoomId::value).orElse(null), Types.INTEGER)
                .param("calls", stop.calls())
                .param("queued", Tickets.utc(stop.queuedAt()))
                .param("first", Tickets.utc(stop.firstCalledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("entered", Tickets.utc(stop.enteredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", Tickets.utc(stop.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }
}
