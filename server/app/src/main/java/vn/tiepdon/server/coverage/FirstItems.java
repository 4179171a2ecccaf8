package vn.tiepdon.server.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** What is billed first in each clinic, mostly its examination (công khám). */
@Repository
public class FirstItems {

    private final JdbcClient jdbc;

    FirstItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ChargeableItem> of(FacilityId facility, ClinicId clinic) {
        return Optional.ofNullable(all(facility).get(clinic));
    }

    public Map<ClinicId, ChargeableItem> all(FacilityId facility) {
        Map<ClinicId, ChargeableItem> all = new HashMap<>();
        jdbc.sql("select clinic_id, item_code, item_name from clinic_item where facility_id = :facility")
                .param("facility", facility.value())
                .query(row -> {
                    all.put(
                            new ClinicId(row.getInt("clinic_id")),
                            new ChargeableItem(
                                    ChargeableItem.Kind.SERVICE,
                                    row.getString("item_code"),
                                    row.getString("item_name")));
                });
        return all;
    }

    /** All of them; a clinic that is not named has none. */
    @Transactional
    public void save(FacilityId facility, Map<ClinicId, ChargeableItem> items) {
        jdbc.sql("delete from clinic_item where facility_id = :facility")
                .param("facility", facility.value())
                .update();
        for (Map.Entry<ClinicId, ChargeableItem> item : List.copyOf(items.entrySet())) {
            jdbc.sql("insert into clinic_item values (:facility, :clinic, :code, :name)")
                    .param("facility", facility.value())
                    .param("clinic", item.getKey().value())
                    .param("code", item.getValue().code())
                    .param("name", item.getValue().name())
                    .update();
        }
    }
}
