-- The record of chronic outpatient care: what a visit was about, what was prescribed and measured, and the names of
-- illnesses. What another system told keeps that system's own id, so that telling it twice changes nothing.

-- Another computer system of the hospital is a device of its own kind.
alter table device drop constraint device_kind_known;
alter table device add constraint device_kind_known check (kind in ('KIOSK', 'SCREEN', 'BRIDGE', 'SYSTEM'));

-- The list of the Ministry of Health, one for all hospitals of this server. What ships with the program is not in it.
create table icd10 (
    code            varchar(7)   not null primary key,
    name_vi         varchar(400) not null,
    name_en         varchar(400) not null,
    chapter         smallint     not null check (chapter between 1 and 22),
    search_name     varchar(400) not null               -- the Vietnamese name in lower case, without diacritics
);

alter table visit add column kind varchar(2) default '01' not null;           -- MA_LOAI_KCB, QĐ 1804/2026
alter table visit add column source_id varchar(100);                          -- MA_LK, or another system's own id
alter table visit add column arrived_at timestamp(6) with time zone;          -- when it is known to the minute
alter table visit add column left_at timestamp(6) with time zone;
alter table visit add column doctor varchar(255);                             -- licence number, login or name
alter table visit add column reason varchar(1000);                            -- lý do vào viện
alter table visit add column outcome smallint check (outcome between 1 and 8); -- KET_QUA_DTRI, QĐ 4750
alter table visit add column advice varchar(1000);                            -- lời dặn
alter table visit add column version integer default 1 not null;              -- more than 1: corrected
alter table visit add constraint visit_of_source unique (facility_id, source_id);

-- Beside the main diagnosis, which stands in the visit itself.
create table visit_diagnosis (
    facility_id     integer      not null,
    visit_id        bigint       not null,
    item            smallint     not null,
    diagnosis_code  varchar(7)   not null,
    diagnosis_vi    varchar(200) not null,
    diagnosis_en    varchar(200) not null,
    primary key (facility_id, visit_id, item),
    foreign key (facility_id, visit_id) references visit
);

create table prescription (
    facility_id     integer      not null,
    visit_id        bigint       not null,
    item            smallint     not null,
    patient_id      bigint       not null,
    drug_code       varchar(255),                       -- MA_THUOC
    drug            varchar(255) not null,              -- name and strength
    route           varchar(60),
    dosage          varchar(255) not null,              -- how to take it
    quantity        numeric(12, 3),
    unit            varchar(50),
    from_day        date         not null,
    days            smallint     check (days between 1 and 90),
    primary key (facility_id, visit_id, item),
    foreign key (facility_id, visit_id) references visit,
    foreign key (facility_id, patient_id) references patient
);
create index prescription_of_patient on prescription (facility_id, patient_id, from_day desc);

create table observation (
    facility_id     integer      not null,
    observation_id  bigint       not null,
    patient_id      bigint       not null,
    visit_id        bigint,
    kind            varchar(20)  not null,              -- history.ObservationKind, each with its LOINC code and UCUM unit
    measured        numeric(9, 3) not null,             -- in the kind's own unit
    at              timestamp(6) with time zone not null,
    source_id       varchar(140),
    primary key (facility_id, observation_id),
    unique (facility_id, source_id),
    foreign key (facility_id, patient_id) references patient,
    foreign key (facility_id, visit_id) references visit
);
create index observation_of_patient on observation (facility_id, patient_id, kind, at desc);

alter table chronic_programme add column since date;
alter table chronic_programme add column drug_days smallint check (drug_days between 1 and 90); -- TT 26/2025/TT-BYT

-- What a room said about a number when it was done: the visit that it wrote, or that there is none to write.
create table visit_ticket (
    facility_id     integer      not null,
    ticket_id       varchar(36)  not null,
    visit_id        bigint,
    primary key (facility_id, ticket_id),
    foreign key (facility_id, visit_id) references visit
);
