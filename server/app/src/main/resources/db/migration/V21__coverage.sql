-- Health insurance: the hospital's account with the gateway, every question asked of it, and what it answered.

create table insurance_account (
    facility_id     integer      not null primary key references facility,
    url             varchar(200) not null,
    user_name       varchar(60)  not null,
    password        bytea        not null,              -- its digest, sealed by the secret store
    staff_name      varchar(120) not null,              -- who looks up; the gateway wants name and number
    staff_number    bytea        not null,              -- sealed too
    changed_at      timestamp(6) with time zone not null,
    changed_by      varchar(80)  not null
);

-- Every call, with nothing of a card or a person asked about.
create table coverage_call (
    facility_id     integer      not null references facility,
    call_id         varchar(36)  not null,
    at              timestamp(6) with time zone not null,
    kind            varchar(8)   not null check (kind in ('TOKEN', 'LOOKUP', 'CHECK_IN')),
    actor           varchar(80)  not null,              -- login, device or "server"
    account         varchar(60)  not null,
    transaction_no  varchar(100) not null,              -- the gateway's own, or our id of the question
    result          varchar(20)  not null,
    millis          integer      not null,
    primary key (facility_id, call_id)
);
create index coverage_call_at on coverage_call (facility_id, at);

-- One question for each patient, day and number, answered or still open. The constraint is the last guard of "a result of
-- today is not asked twice".
create table coverage_check (
    facility_id     integer      not null,
    check_id        varchar(36)  not null,
    asked_key       varchar(60)  not null,              -- patient, day and number as they were when it was asked
    patient_id      bigint       not null,
    business_day    date         not null,
    card_number     varchar(15)  not null,
    asked_by        varchar(80)  not null,
    asked_at        timestamp(6) with time zone not null,
    state           varchar(10)  not null check (state in ('WAITING', 'ANSWERED', 'GIVEN_UP')),
    result          varchar(20)  not null,
    outcome         varchar(20)  not null,
    told            varchar(20)  not null,              -- the outcome that the patient was told
    answered_number varchar(15),                        -- the card as the gateway tells of it
    valid_from      date,
    valid_until     date,
    registered_at   varchar(5),
    five_years      date,
    answer          bytea,                              -- as it came, sealed by the secret store
    answered_at     timestamp(6) with time zone,
    new_card_used   boolean,
    tries           integer      not null,
    next_try        timestamp(6) with time zone,
    worker          varchar(36),
    worker_until    timestamp(6) with time zone,
    seen_at         timestamp(6) with time zone,        -- when reception took note of a later answer
    seen_by         varchar(80),
    primary key (facility_id, check_id),
    unique (facility_id, asked_key),
    foreign key (facility_id, patient_id) references patient
);
create index coverage_check_of_patient on coverage_check (facility_id, patient_id, business_day);
create index coverage_check_of_day on coverage_check (facility_id, business_day, state);
create index coverage_check_open on coverage_check (state, next_try);
