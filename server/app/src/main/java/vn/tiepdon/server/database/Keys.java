package vn.tiepdon.server.database;

import java.util.Collection;
import java.util.List;

/**
 * Keys of a few rows of one hospital, for {@code (facility_id, …) in (:keys)}; see {@link vn.tiepdon.server.database}.
 */
public final class Keys {

    private Keys() {}

    /** For two columns: the hospital's, and the one that tells its rows apart. */
    public static List<Object[]> of(int facility, Collection<?> keys) {
        return keys.stream().map(key -> new Object[] {facility, key}).toList();
    }
}
