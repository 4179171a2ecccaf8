package vn.tiepdon.server.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.RandomPassword;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffDirectory;
import vn.tiepdon.server.staff.StaffMember;

/** The administrator {@code quantri}, and in the invented hospital a receptionist and a room as well. */
@Component
class FirstLogins {

    private static final Logger log = LoggerFactory.getLogger(FirstLogins.class);

    private static final String FILE = "first-login.txt";

    private final StaffDirectory staff;
    private final DataFolder data;
    private final String givenPassword;

    FirstLogins(StaffDirectory staff, DataFolder data, TiepDonSettings settings) {
        this.staff = staff;
        this.data = data;
        this.givenPassword = settings.firstPassword();
    }

    void make(FacilityId facility, boolean invented) {
        boolean given = givenPassword != null && !givenPassword.isEmpty();
        String password = given ? givenPassword : RandomPassword.make();
        List<StaffMember> members = new ArrayList<>();
        members.add(new StaffMember(facility, "quantri", "Quản trị", Set.of(Role.ADMIN)));
        if (invented) {
            members.add(new StaffMember(facility, "letan", "Lễ tân", Set.of(Role.RECEPTION)));
            members.add(new StaffMember(facility, "phongkham", "Phòng khám", Set.of(Role.ROOM)));
        }
        members.forEach(member -> staff.add(member, password));
        if (!given) {
            String logins = members.stream().map(StaffMember::login).collect(Collectors.joining(", "));
            data.writeOwnerOnly(FILE, logins + ": " + password + System.lineSeparator());
            log.info("the first password lies in {}", data.file(FILE));
        }
    }
}
