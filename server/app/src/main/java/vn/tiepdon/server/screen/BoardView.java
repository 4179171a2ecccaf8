package vn.tiepdon.server.screen;

import vn.tiepdon.server.event.View;
import vn.tiepdon.server.facility.ClinicId;

/** A board as all screens of one wish are sent it. */
record BoardView(BoardPages pages, Wish wish) implements View {

    @Override
    public boolean concerns(ClinicId clinic) {
        return wish.clinics().contains(clinic);
    }

    @Override
    public String draw() {
        return pages.draw(wish);
    }
}
