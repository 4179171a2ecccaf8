-- The newest visits of a patient in the order in which they are asked for, with nothing left to sort. Made while others
-- write: the hospital goes on giving numbers. Should it be cut off, an index that is not valid stays: drop it, repeat.
drop index concurrently if exists visit_newest_of_patient;
create index concurrently visit_newest_of_patient on visit (facility_id, patient_id, on_day desc, visit_id desc);
drop index concurrently visit_of_patient;
