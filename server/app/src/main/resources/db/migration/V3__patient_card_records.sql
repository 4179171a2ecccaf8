-- The patient card carries records now: what stands in them, what a card has still to be told, where blanks come from,
-- and what the desk orders of its card reader.

-- What a stranger must know to help: one row for each patient who has it.
create table emergency_data (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    blood_group     varchar(3),                         -- A+, AB-, O; null when unknown
    as_of           date         not null,              -- when somebody last said that it is right
    version         integer      not null,
    primary key (facility_id, patient_id),
    foreign key (facility_id, patient_id) references patient
);

create table allergy (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    item            smallint     not null,
    substance       varchar(60)  not null,
    severity        varchar(8)   not null check (severity in ('UNKNOWN', 'MILD', 'MODERATE', 'SEVERE')),
    primary key (facility_id, patient_id, item),
    foreign key (facility_id, patient_id) references patient
);

create table chronic_diagnosis (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    item            smallint     not null,
    diagnosis_code  varchar(7)   not null,              -- ICD-10
    diagnosis_vi    varchar(200) not null,
    since           date,
    primary key (facility_id, patient_id, item),
    foreign key (facility_id, patient_id) references patient
);

create table emergency_contact (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    item            smallint     not null,
    full_name       varchar(60)  not null,
    telephone       varchar(20)  not null,
    relation        varchar(30),
    primary key (facility_id, patient_id, item),
    foreign key (facility_id, patient_id) references patient
);

-- That somebody asked: a list without drugs is not the same as no list.
create table medication_list (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    as_of           date         not null,
    version         integer      not null,
    primary key (facility_id, patient_id),
    foreign key (facility_id, patient_id) references patient
);

create table medication (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    item            smallint     not null,
    drug            varchar(80)  not null,              -- name and strength
    dosage          varchar(80)  not null,              -- how to take it
    from_day        date         not null,
    days            smallint     not null check (days between 1 and 90),
    primary key (facility_id, patient_id, item),
    foreign key (facility_id, patient_id) references patient
);

alter table visit add column next_visit date;

alter table patient_card add column serial varchar(16);                       -- the chip's, 8 bytes as hex
alter table patient_card add column reading_keys smallint;                    -- generation of each key set in the card
alter table patient_card add column writing_keys smallint;
alter table patient_card add column administering_keys smallint;
alter table patient_card add column revision bigint default 0 not null;       -- what the card has for certain
alter table patient_card add column last_revision bigint default 0 not null;  -- the newest it is to have
alter table patient_card add column changed_at timestamp(6) with time zone;
alter table patient_card add column changed_by varchar(80);

-- What a card has still to be told. Without a visit: the emergency and medication records as they are when it is told.
create table card_task (
    facility_id     integer      not null,
    card_id         varchar(32)  not null,
    revision        bigint       not null,
    visit_id        bigint,
    made_at         timestamp(6) with time zone not null,
    told_at         timestamp(6) with time zone,
    primary key (facility_id, card_id, revision),
    foreign key (facility_id, card_id) references patient_card,
    foreign key (facility_id, visit_id) references visit
);

-- One conversation with a card: whose keys were handed to which device, and what came of it.
create table card_contact (
    facility_id     integer      not null,
    contact_id      varchar(36)  not null,
    card_id         varchar(32)  not null,
    device_id       varchar(36)  not null,
    key_version     smallint     not null,
    opened_at       timestamp(6) with time zone not null,
    closed_at       timestamp(6) with time zone,
    revision        bigint,
    primary key (facility_id, contact_id),
    foreign key (facility_id, card_id) references patient_card
);
create index card_contact_of on card_contact (facility_id, card_id, opened_at);
