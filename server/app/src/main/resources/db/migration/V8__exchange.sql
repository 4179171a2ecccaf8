-- Files of records from other systems. The checkpoint of a job is written in the transaction that writes the records
-- before it, so that a job that was interrupted loses none and writes none twice.

create table import_job (
    facility_id      integer      not null references facility,
    job_id           varchar(36)  not null,
    kind             varchar(20)  not null,             -- exchange.SourceKind
    file_name        varchar(200) not null,
    file_bytes       bigint       not null,
    clinic_id        integer      not null,             -- of visits whose department is no clinic here
    state            varchar(10)  not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'BROKEN')),
    running_facility integer      unique,               -- facility_id while it runs: one job at a time
    worker           varchar(36),                       -- the server that runs it, and until when it need not be asked
    worker_until     timestamp(6) with time zone,
    cancelled        boolean      not null,
    made_by          varchar(80)  not null,
    made_at          timestamp(6) with time zone not null,
    ended_at         timestamp(6) with time zone,
    work_ms          bigint       not null,
    bytes_read       bigint       not null,
    items            bigint       not null,             -- the checkpoint: so many are behind it
    visits_new       bigint       not null,
    visits_same      bigint       not null,
    visits_changed   bigint       not null,
    refused          bigint       not null,
    patients_new     bigint       not null,
    patients_similar bigint       not null,
    set_aside        varchar(400) not null,             -- parts that are not interpreted: "XML3=120,XML5=7"
    broken_line      bigint,
    broken_reason    varchar(40),                       -- exchange.RefusalReason
    broken_field     varchar(60),
    primary key (facility_id, job_id),
    foreign key (facility_id, clinic_id) references clinic,
    check ((state = 'RUNNING') = (running_facility is not null))
);
create index import_job_next on import_job (state, made_at);

-- Nothing of a person: the other system's number of the record, the place in the file, and why.
create table import_refusal (
    facility_id      integer      not null,
    job_id           varchar(36)  not null,
    item             bigint       not null,             -- counts the file's records from 1
    line             bigint       not null,
    source_id        varchar(100),
    reason           varchar(40)  not null,
    field            varchar(60),
    primary key (facility_id, job_id, item),
    foreign key (facility_id, job_id) references import_job
);
