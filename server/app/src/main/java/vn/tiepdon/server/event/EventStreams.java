package vn.tiepdon.server.event;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/**
 * Opens streams of server-sent events. A watcher says what it has seen with {@code Last-Event-ID} (a browser does so by
 * itself) or, the first time, with {@code ?after=}; see docs/queue.md.
 */
@Component
public class EventStreams {

    private static final int DIGITS_OF_A_LONG = 18;

    private final Subscriptions subscriptions;
    private final EventSettings settings;
    private final Nudge nudge;

    EventStreams(Subscriptions subscriptions, EventSettings settings, Nudge nudge) {
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.nudge = nudge;
    }

    /**
     * Answers the request with a stream and returns at once.
     *
     * @param clinics whose events the watcher wants
     * @throws TooManyWatchersException before anything is written
     */
    public void open(
            HttpServletRequest request, HttpServletResponse response, FacilityId facility, Predicate<ClinicId> clinics)
            throws IOException {
        open(request, response, facility, clinics, Optional.empty());
    }

    /** The same for who is also shown a view as it changes. */
    public void open(HttpServletRequest request, HttpServletResponse response, FacilityId facility, View view)
            throws IOException {
        open(request, response, facility, view::concerns, Optional.of(view));
    }

    private void open(
            HttpServletRequest request,
            HttpServletResponse response,
            FacilityId facility,
            Predicate<ClinicId> clinics,
            Optional<View> view)
            throws IOException {
        subscriptions.requireRoom();
        Long lastSeen = lastSeen(request).orElse(null);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back until a buffer is full
        AsyncContext context = request.startAsync();
        context.setTimeout(settings.life().toMillis());
        Connection connection = new Connection(context, response.getOutputStream(), settings.backlog() + 10);
        connection.send(Frame.hello());
        subscriptions.add(new Subscription(facility, clinics, view, connection, lastSeen));
        connection.start();
        nudge.nudge();
    }

    private static Optional<Long> lastSeen(HttpServletRequest request) {
        String header = request.getHeader("Last-Event-ID");
        return seq(header == null || header.isBlank() ? request.getParameter("after") : header);
    }

    /** Empty for anything that is no sequence number: the watcher then hears what comes. */
    private static Optional<Long> seq(String text) {
        boolean number = text != null
                && !text.isEmpty()
                && text.length() <= DIGITS_OF_A_LONG
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
