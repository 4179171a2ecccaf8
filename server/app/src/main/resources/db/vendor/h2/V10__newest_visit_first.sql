-- The newest visits of a patient in the order in which they are asked for, with nothing left to sort.
create index visit_newest_of_patient on visit (facility_id, patient_id, on_day desc, visit_id desc);
drop index visit_of_patient;
