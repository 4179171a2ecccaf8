-- One running import for each hospital, said by a constraint that names the hospital's own column too, as all others do:
-- a distributed PostgreSQL holds no other. running_facility is facility_id while a job runs. H2 keeps that of version 8.
alter table import_job add constraint import_job_runs_once unique (facility_id, running_facility);
alter table import_job drop constraint import_job_running_facility_key;
