package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.ClinicOption;

/**
 * Clinics in pages, because nobody should have to scroll. A suggested clinic stands across the whole width of the first
 * page and takes the room of two.
 */
public record Pages(int clinics, boolean wideFirst) {

    /** Tiles of the usual size on a page. */
    public static final int PER_PAGE = 8;

    static Pages of(List<ClinicOption> clinics) {
        return new Pages(clinics.size(), !clinics.isEmpty() && clinics.get(0).suggestion() != null);
    }

    public int count() {
        return clinics == 0 ? 1 : pageOf(clinics - 1) + 1;
    }

    public int pageOf(int clinic) {
        return (clinic + shift()) / PER_PAGE;
    }

    public int firstOn(int page) {
        return page == 0 ? 0 : page * PER_PAGE - shift();
    }

    /** After the last on the page. */
    public int endOf(int page) {
        return Math.min(clinics, (page + 1) * PER_PAGE - shift());
    }

    /** The first clinic of the page that lies so many pages away; after the last page comes the first. */
    int turn(int clinic, int by) {
        return firstOn(Math.floorMod(pageOf(clinic) + by, count()));
    }

    private int shift() {
        return wideFirst ? 1 : 0;
    }
}
