-- One schema for H2 and PostgreSQL. Every hot table and key carries facility_id, so that one server can hold many
-- hospitals and a distributed PostgreSQL can shard by it.

create table facility (
    facility_id     integer      not null primary key,
    code            varchar(5)   not null unique,       -- mã CSKCB
    name_vi         varchar(200) not null,
    name_en         varchar(200) not null,
    desk_vi         varchar(100) not null,              -- where a person helps: "quầy số 1"
    desk_en         varchar(100) not null,
    zone            varchar(60)  not null,              -- IANA name; the business day lives here, never in the JVM's zone
    day_starts      time         not null               -- when a new business day begins
);

create table clinic (
    facility_id     integer      not null references facility,
    clinic_id       integer      not null,
    code            varchar(12)  not null,
    name_vi         varchar(120) not null,
    name_en         varchar(120) not null,
    daily_quota     integer      not null check (daily_quota >= 0),
    sort_order      integer      not null,
    primary key (facility_id, clinic_id),
    unique (facility_id, code)
);

create table room (
    facility_id     integer      not null,
    room_id         integer      not null,
    clinic_id       integer      not null,
    code            varchar(12)  not null,              -- as on the door: "12"
    place_vi        varchar(120) not null,
    place_en        varchar(120) not null,
    primary key (facility_id, room_id),
    unique (facility_id, code),
    foreign key (facility_id, clinic_id) references clinic
);

create table clinic_opening (
    facility_id     integer      not null,
    clinic_id       integer      not null,
    week_day        integer      not null check (week_day between 1 and 7),   -- ISO: Monday is 1
    opens           time         not null,
    closes          time         not null,
    primary key (facility_id, clinic_id, week_day, opens),
    foreign key (facility_id, clinic_id) references clinic,
    check (opens < closes)
);

create table clinic_closure (
    facility_id     integer      not null,
    clinic_id       integer      not null,
    on_day          date         not null,
    primary key (facility_id, clinic_id, on_day),
    foreign key (facility_id, clinic_id) references clinic
);

create table patient (
    facility_id     integer      not null references facility,
    patient_id      bigint       not null,
    full_name       varchar(120) not null,
    search_name     varchar(120) not null,              -- lower case, without diacritics
    birth_date      varchar(10)  not null,              -- ISO 8601, perhaps only a year
    sex             varchar(8)   not null check (sex in ('UNKNOWN', 'MALE', 'FEMALE')),
    created_at      timestamp(6) with time zone not null,
    primary key (facility_id, patient_id)
);

-- Identifiers are cancelled and reissued: a patient is never keyed by one. current_value is null for a past one,
-- so that the unique constraint holds only for identifiers in force.
create table patient_identifier (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    kind            varchar(16)  not null check (kind in ('NATIONAL', 'OLD_NATIONAL', 'INSURANCE', 'HOSPITAL')),
    id_value        varchar(20)  not null,
    current_value   varchar(20),
    valid_from      date         not null,
    valid_to        date,
    primary key (facility_id, kind, id_value, patient_id, valid_from),
    unique (facility_id, kind, current_value),
    foreign key (facility_id, patient_id) references patient,
    check ((valid_to is null and current_value = id_value) or (valid_to is not null and current_value is null))
);
create index patient_identifier_of on patient_identifier (facility_id, patient_id);

create table chronic_programme (
    facility_id     integer      not null,
    patient_id      bigint       not null,
    code            varchar(20)  not null check (code in ('HYPERTENSION', 'DIABETES', 'COPD')),
    clinic_id       integer      not null,
    next_due        date,
    primary key (facility_id, patient_id, code),
    foreign key (facility_id, patient_id) references patient,
    foreign key (facility_id, clinic_id) references clinic
);

create table visit (
    facility_id     integer      not null,
    visit_id        bigint       not null,
    patient_id      bigint       not null,
    clinic_id       integer      not null,
    on_day          date         not null,
    diagnosis_code  varchar(7)   not null,              -- ICD-10
    diagnosis_vi    varchar(200) not null,
    diagnosis_en    varchar(200) not null,
    primary key (facility_id, visit_id),
    foreign key (facility_id, patient_id) references patient,
    foreign key (facility_id, clinic_id) references clinic
);
create index visit_of_patient on visit (facility_id, patient_id, on_day desc);

create table patient_card (
    facility_id     integer      not null,
    card_id         varchar(32)  not null,              -- 16 bytes as upper-case hex
    patient_id      bigint       not null,
    public_key      varchar(130) not null,              -- uncompressed point as hex
    valid_from      date         not null,
    valid_to        date         not null,
    status          varchar(10)  not null check (status in ('ACTIVE', 'BLOCKED', 'ENDED')),
    issued_at       timestamp(6) with time zone not null,
    issued_by       varchar(60)  not null,
    primary key (facility_id, card_id),
    foreign key (facility_id, patient_id) references patient
);
create index patient_card_of on patient_card (facility_id, patient_id);

create table device (
    facility_id     integer      not null references facility,
    device_id       varchar(36)  not null,
    kind            varchar(10)  not null check (kind in ('KIOSK', 'SCREEN')),
    name            varchar(80)  not null,
    clinics         varchar(400) not null,              -- codes a screen shows, separated by commas
    token_hash      varchar(64)  unique,                -- SHA-256 as hex; null before enrolment and after revocation
    enrolment_hash  varchar(64)  unique,
    enrolment_until timestamp(6) with time zone,
    revoked         boolean      not null,
    last_seen       timestamp(6) with time zone,
    health          varchar(2000),
    primary key (facility_id, device_id)
);

create table staff (
    facility_id     integer      not null references facility,
    login           varchar(60)  not null,
    password_hash   varchar(100) not null,
    full_name       varchar(120) not null,
    roles           varchar(100) not null,              -- ADMIN, RECEPTION, ROOM, separated by commas
    enabled         boolean      not null,
    primary key (login)
);

-- Who was identified where, how and how surely: a check-in needs one, and it is the trail of who saw whose record.
create table identification (
    facility_id       integer     not null,
    identification_id varchar(36) not null,
    device_id         varchar(36) not null,
    patient_id        bigint      not null,
    method            varchar(20) not null,
    level             varchar(8)  not null check (level in ('PROVEN', 'CLAIMED')),
    business_day      date        not null,
    made_at           timestamp(6) with time zone not null,
    primary key (facility_id, identification_id),
    foreign key (facility_id, patient_id) references patient
);

create table ticket_counter (
    facility_id     integer      not null,
    clinic_id       integer      not null,
    business_day    date         not null,
    last_number     integer      not null,
    primary key (facility_id, clinic_id, business_day)
);

-- The constraints are the last guard of the promises: a number exists once for each clinic and day, and a patient has
-- one open ticket for each clinic and day (open_patient_id is null once the ticket is done or missed).
create table ticket (
    facility_id     integer      not null,
    ticket_id       varchar(36)  not null,
    clinic_id       integer      not null,
    business_day    date         not null,
    number          integer      not null check (number > 0),
    patient_id      bigint       not null,
    open_patient_id bigint,
    state           varchar(10)  not null check (state in ('WAITING', 'CALLED', 'IN_ROOM', 'DONE', 'MISSED')),
    room_id         integer,
    calls           integer      not null,
    issued_at       timestamp(6) with time zone not null,
    called_at       timestamp(6) with time zone,
    entered_at      timestamp(6) with time zone,
    ended_at        timestamp(6) with time zone,
    version         integer      not null,
    primary key (facility_id, ticket_id),
    unique (facility_id, clinic_id, business_day, number),
    unique (facility_id, clinic_id, business_day, open_patient_id),
    foreign key (facility_id, clinic_id) references clinic,
    foreign key (facility_id, room_id) references room,
    foreign key (facility_id, patient_id) references patient
);
create index ticket_queue on ticket (facility_id, clinic_id, business_day, state, number);
create index ticket_of_patient on ticket (facility_id, patient_id, business_day);

-- The first answer to each check-in id is kept: the same id gets the same answer for ever.
create table check_in (
    facility_id     integer      not null,
    check_in_id     varchar(36)  not null,
    device_id       varchar(36)  not null,
    request_hash    varchar(64)  not null,              -- SHA-256 of the request, to refuse the same id with another body
    ticket_id       varchar(36)  not null,
    answer          varchar(4000) not null,             -- as JSON, byte for byte
    made_at         timestamp(6) with time zone not null,
    primary key (facility_id, check_in_id),
    foreign key (facility_id, ticket_id) references ticket
);

-- Append-only; seq counts per facility without gaps, in commit order, because event_sequence is locked last in each
-- transaction: a client that has seen seq n has seen everything before it.
create table event_sequence (
    facility_id     integer      not null primary key references facility,
    last_seq        bigint       not null
);

create table event (
    facility_id     integer      not null,
    seq             bigint       not null,
    kind            varchar(24)  not null,
    clinic_id       integer,
    room_id         integer,
    ticket_id       varchar(36),
    payload         varchar(1000) not null,             -- JSON without anything of a person
    at              timestamp(6) with time zone not null,
    primary key (facility_id, seq)
);

create table audit (
    facility_id     integer      not null,
    audit_id        varchar(36)  not null,
    at              timestamp(6) with time zone not null,
    actor           varchar(80)  not null,
    source          varchar(60)  not null,
    action          varchar(60)  not null,
    object          varchar(120) not null,
    result          varchar(40)  not null,
    primary key (facility_id, audit_id)
);
create index audit_at on audit (facility_id, at);
