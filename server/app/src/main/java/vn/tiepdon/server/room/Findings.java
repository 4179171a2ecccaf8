package vn.tiepdon.server.room;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Prescribed;

/** What a {@link FindingsForm} says. */
record Findings(
        List<Diagnosis> others,
        Optional<String> reason,
        Optional<String> advice,
        List<Prescribed> prescriptions,
        List<Observed> observations) {

    /** Without the main diagnosis, should it stand among them. */
    List<Diagnosis> othersBeside(Diagnosis main) {
        return others.stream().filter(it -> !it.code().equals(main.code())).toList();
    }

    @Override
    public String toString() {
        return "Findings[…]";
    }
}
