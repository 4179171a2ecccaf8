-- Indexes that a province needs, made while others write: the hospital goes on giving numbers. Should this be cut off, an
-- index that is not valid may stay; it is dropped when the server starts again and repeats the script.

-- The newest visits of a patient in the order in which they are asked for, with nothing left to sort.
drop index concurrently if exists visit_newest_of_patient;
create index concurrently visit_newest_of_patient on visit (facility_id, patient_id, on_day desc, visit_id desc);
drop index concurrently if exists visit_of_patient;

-- H2 makes an index for each foreign key, PostgreSQL does not: what was measured at a visit, and whatever of a patient has
-- to be found before the patient can be merged with another.
drop index concurrently if exists observation_of_visit;
create index concurrently observation_of_visit on observation (facility_id, visit_id) where visit_id is not null;
drop index concurrently if exists identification_of_patient;
create index concurrently identification_of_patient on identification (facility_id, patient_id);
