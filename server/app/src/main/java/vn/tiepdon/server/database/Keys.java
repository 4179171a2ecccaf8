package vn.tiepdon.server.database;

import java.util.Collection;
import java.util.List;

/**
 * Keys of several rows of one hospital, for {@code (facility_id, …) in (:keys)}. Both databases find such rows by the
 * index that begins with these columns. With {@code facility_id = :facility and … in (:keys)} H2 would walk through all
 * rows of the hospital: of a list it makes use for an index's first column alone.
 */
public final class Keys {

    private Keys() {}

    /** For two columns: the hospital's, and the one that tells its rows apart. */
    public static List<Object[]> of(int facility, Collection<?> keys) {
        return keys.stream().map(key -> new Object[] {facility, key}).toList();
    }
}
