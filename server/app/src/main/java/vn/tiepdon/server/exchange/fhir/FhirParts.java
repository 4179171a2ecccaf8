package vn.tiepdon.server.exchange.fhir;

import org.springframework.stereotype.Component;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.staff.StaffDirectory;

/** What the FHIR server is built upon, when it is built. */
@Component
record FhirParts(
        Facilities facilities,
        StaffDirectory staff,
        AuditTrail audit,
        HospitalClock clock,
        PatientPages patientPages,
        Charts charts,
        ChartParts chartParts,
        FhirIntake intake,
        VisitIntake visits) {}
