package vn.tiepdon.server.exchange.fhir;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.tiepdon.server.appointment.AppointmentCalendar;
import vn.tiepdon.server.appointment.Appointments;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.ClinicalIntake;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.staff.StaffDirectory;

/** What the FHIR server is built upon, when it is built. Names no class of the library, as nothing may that Spring makes. */
@Component
record FhirParts(
        Facilities facilities,
        StaffDirectory staff,
        AuditTrail audit,
        HospitalClock clock,
        PatientDirectory directory,
        PatientRegister register,
        PatientMerges merges,
        ClinicalRecords records,
        ClinicalIntake intake,
        Charts charts,
        Appointments appointments,
        AppointmentCalendar calendar,
        AppointedReader appointed,
        PlatformTransactionManager transactions) {}
