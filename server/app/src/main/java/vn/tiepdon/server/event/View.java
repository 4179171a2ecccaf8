package vn.tiepdon.server.event;

import vn.tiepdon.server.facility.ClinicId;

/**
 * What a watcher looks at as a whole. It is sent as an event {@code board} when the watcher comes, before the events that
 * changed it, and when it has changed for another reason. Equal views are drawn once for all who watch them.
 */
public interface View {

    /** Whether an event of this clinic may change it. */
    boolean concerns(ClinicId clinic);

    /** How it stands now, as text. */
    String draw();
}
