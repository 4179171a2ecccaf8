package vn.tiepdon.server.report;

import java.util.List;

/**
 * What a period was like.
 *
 * @param clinics in the hospital's order; those without anything are left out
 * @param whole all clinics together
 * @param hours numbers given in each hour of the day, 24
 * @param door seconds from the first touch at a kiosk to the wish for a number
 * @param toRoom minutes from the number to the room: the entry, or the call where nobody marked the entry
 * @param stays by the techniques on the way
 */
public record Figures(
        Period period,
        List<ClinicFigures> clinics,
        ClinicFigures whole,
        List<Long> hours,
        Spread door,
        Spread toRoom,
        List<Stay> stays) {}
