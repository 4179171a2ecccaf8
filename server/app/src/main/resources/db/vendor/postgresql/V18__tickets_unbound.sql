-- A ticket is to have one more state, and a patient's one open ticket is to count where the visit is. Version 1 named
-- neither constraint.
alter table ticket drop constraint ticket_state_check;
alter table ticket drop constraint ticket_facility_id_clinic_id_business_day_open_patient_id_key;
