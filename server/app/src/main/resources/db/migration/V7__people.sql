-- Who is who: people entered by other systems and by the desk, found by the words of their names, compared, merged and
-- parted again.

-- A passport's number, and hospital codes of other systems (MA_BN is as long as 100 characters). The table is made anew
-- because its checks have no name that both databases know them by. An identifier that names its patient still, but
-- beside a newer one, has ended (valid_to) and keeps current_value: so the codes of a person who was merged lead on.
create table person_identifier (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    kind            varchar(16)  not null,              -- patient.IdentifierKind
    id_value        varchar(40)  not null,
    current_value   varchar(40),
    valid_from      date         not null,
    valid_to        date,
    constraint person_identifier_kind
        check (kind in ('NATIONAL', 'OLD_NATIONAL', 'INSURANCE', 'HOSPITAL', 'PASSPORT')),
    constraint person_identifier_current
        check ((valid_to is not null or current_value is not null) and (current_value is null or current_value = id_value))
);
insert into person_identifier (facility_id, patient_id, kind, id_value, current_value, valid_from, valid_to)
    select facility_id, patient_id, kind, id_value, current_value, valid_from, valid_to from patient_identifier;
drop table patient_identifier;
alter table person_identifier rename to patient_identifier;
alter table patient_identifier add constraint patient_identifier_key
    primary key (facility_id, kind, id_value, patient_id, valid_from);
alter table patient_identifier add constraint patient_identifier_once unique (facility_id, kind, current_value);
alter table patient_identifier add constraint patient_identifier_patient
    foreign key (facility_id, patient_id) references patient;
create index patient_identifier_of on patient_identifier (facility_id, patient_id);

alter table patient alter column full_name set data type varchar(255);
alter table patient alter column search_name set data type varchar(255);
alter table patient add column telephone varchar(20);
alter table patient add column address varchar(1024);
alter table patient add column changed_at timestamp(6) with time zone;
alter table patient add column version integer default 1 not null;
-- Birth year and the words of the name in order, without marks: who may be the same person has the same key. Null until
-- the words below are written too.
alter table patient add column match_key varchar(270);
create index patient_by_match_key on patient (facility_id, match_key);
create index patient_by_birth on patient (facility_id, birth_date, sex);

-- One row for each word of each name, lower case, without marks, y as i: how the desk finds a person by any of them.
create table patient_word (
    facility_id     integer      not null,
    word            varchar(40)  not null,
    patient_id      bigint       not null,
    primary key (facility_id, word, patient_id),
    foreign key (facility_id, patient_id) references patient
);
create index patient_word_of on patient_word (facility_id, patient_id);

-- The last number given to a new patient, which is also that of the code the hospital gives.
create table patient_counter (
    facility_id     integer      not null primary key references facility,
    last_number     bigint       not null
);

-- Two who may be one person. No foreign keys: of two who were merged one is gone, and comes back when they are parted.
create table patient_duplicate (
    facility_id     integer      not null references facility,
    first_id        bigint       not null,              -- the lower of the two
    second_id       bigint       not null,
    score           numeric(5, 4) not null,
    state           varchar(10)  not null check (state in ('OPEN', 'SAME', 'DIFFERENT')),
    found_at        timestamp(6) with time zone not null,
    decided_at      timestamp(6) with time zone,
    decided_by      varchar(80),
    primary key (facility_id, first_id, second_id),
    check (first_id < second_id)
);
create index patient_duplicate_open on patient_duplicate (facility_id, state, score desc);
create index patient_duplicate_second on patient_duplicate (facility_id, second_id);

-- How far the search for duplicates among all patients has come.
create table patient_sweep (
    facility_id     integer      not null primary key references facility,
    last_key        varchar(270),                       -- null before the first
    compared        bigint       not null,
    found           bigint       not null,
    started_at      timestamp(6) with time zone not null,
    ended_at        timestamp(6) with time zone
);

-- One person was entered twice, and is one now. The row of the other is gone from patient, so that nothing can be
-- written for it any more; it stands here.
create table patient_merge (
    facility_id     integer      not null references facility,
    merge_id        varchar(36)  not null,
    kept_id         bigint       not null,
    gone_id         bigint       not null,
    reason          varchar(500) not null,
    made_at         timestamp(6) with time zone not null,
    made_by         varchar(80)  not null,
    parted_at       timestamp(6) with time zone,
    parted_by       varchar(80),
    parted_reason   varchar(500),
    primary key (facility_id, merge_id)
);
create index patient_merge_kept on patient_merge (facility_id, kept_id, made_at);
create index patient_merge_gone on patient_merge (facility_id, gone_id, made_at);

-- Each row that a merge changed, as it was before and as it was left: JSON objects of columns.
create table patient_merge_row (
    facility_id     integer      not null,
    merge_id        varchar(36)  not null,
    item            integer      not null,
    table_name      varchar(60)  not null,
    kept_before     varchar(8000),
    gone_before     varchar(8000),
    left_as         varchar(8000),
    primary key (facility_id, merge_id, item),
    foreign key (facility_id, merge_id) references patient_merge
);
