package vn.tiepdon.server.patient;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;

/** Looks people up: by number, words of the name and birth date, a page at a time and always by an index. */
@Repository
public class PatientDirectory {

    /** No page is longer. */
    public static final int MOST = 200;

    /** @param after where the page before ended */
    public PatientPage search(FacilityId facility, PatientQuery query, Optional<PatientId> after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** In the order of the ids; who is not there is left out. Two queries, however many they are. */
    public List<PatientDetails> details(FacilityId facility, Collection<PatientId> ids) {
        throw new UnsupportedOperationException();
    }
}
