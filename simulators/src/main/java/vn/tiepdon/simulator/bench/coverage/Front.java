package vn.tiepdon.simulator.bench.coverage;

import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.KioskClient;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.StaffLogin;
import vn.tiepdon.simulator.harness.SystemClient;

/** A kiosk and another system that talk to one of the servers. */
record Front(KioskClient kiosk, SystemClient system) {

    static Front at(ServerProcess server, StaffLogin administrator) throws InterruptedException {
        HospitalClient hospital = new HospitalClient(server.address());
        return new Front(hospital.newKiosk(administrator, "kiosk"), hospital.newSystem(administrator, "his"));
    }
}
