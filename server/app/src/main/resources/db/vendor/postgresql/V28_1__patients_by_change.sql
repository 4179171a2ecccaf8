-- Who was entered or changed since a system asked the last time; made while others write, as in version 10.
drop index concurrently if exists patient_by_change;
create index concurrently patient_by_change on patient (facility_id, changed_at, patient_id);
