-- What the server knows of the masters of the cards' keys, what came of a contact, and what a card knew better.

-- Eight bytes that only the right master makes: a lost or mixed-up store is seen at start.
create table card_master (
    key_version     smallint     not null primary key,  -- role and generation, as docs/patient-card.md counts them
    check_value     varchar(16)  not null,
    made_at         timestamp(6) with time zone not null
);

alter table card_contact add column blocking boolean default false not null;  -- the card was to be blocked
alter table card_contact add column chip_blocked boolean;                     -- and said so itself
create index card_task_untold on card_task (facility_id, card_id, told_at);

-- Each change of which cards are dead. Only ever added to: how many there are is the block list's sequence.
create table card_standing (
    facility_id     integer      not null references facility,
    change_id       varchar(36)  not null,
    card_id         varchar(32)  not null,
    status          varchar(10)  not null,
    at              timestamp(6) with time zone not null,
    changed_by      varchar(80)  not null,
    primary key (facility_id, change_id)
);

-- Visits that a card told of and this register did not know, signed by the hospital: after a restored backup, say.
create table card_visit (
    facility_id     integer      not null,
    record_hash     varchar(64)  not null,              -- SHA-256 of the signed record as hex
    patient_id      bigint       not null,
    on_day          date         not null,
    facility_code   varchar(5)   not null,
    clinic          varchar(60)  not null,
    diagnosis_code  varchar(7)   not null,
    next_visit      date,
    seen_at         timestamp(6) with time zone not null,
    primary key (facility_id, patient_id, record_hash),
    foreign key (facility_id, patient_id) references patient
);
create index card_visit_of_patient on card_visit (facility_id, patient_id, on_day);
