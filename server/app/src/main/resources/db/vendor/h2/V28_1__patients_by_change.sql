-- Who was entered or changed since a system asked the last time.
create index patient_by_change on patient (facility_id, changed_at, patient_id);
