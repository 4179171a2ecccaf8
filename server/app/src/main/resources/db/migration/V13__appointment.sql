-- Appointments. Slots follow from the schedules and are not stored; what is stored is who holds a place in one.

create table clinic_schedule (
    facility_id     integer      not null,
    schedule_id     integer      not null,
    clinic_id       integer      not null,
    week_day        integer      not null check (week_day between 1 and 7),   -- ISO: Monday is 1
    starts          time         not null,
    ends            time         not null,              -- no slot goes on after it
    slot_minutes    integer      not null check (slot_minutes between 5 and 240),
    places          integer      not null check (places between 1 and 100),   -- in each slot
    valid_from      date         not null,
    valid_until     date,                               -- the last day; null: until further notice
    primary key (facility_id, schedule_id),
    foreign key (facility_id, clinic_id) references clinic,
    check (starts < ends),
    check (valid_until is null or valid_until >= valid_from)
);
create index clinic_schedule_of on clinic_schedule (facility_id, clinic_id);

-- The constraints are the last guard of two promises: a place has one holder, and a patient one appointment for each
-- clinic and day. Both columns are null once the place was given back.
create table appointment (
    facility_id     integer      not null,
    appointment_id  varchar(36)  not null,
    patient_id      bigint       not null,
    clinic_id       integer      not null,
    on_day          date         not null,
    starts          time         not null,              -- the hospital's wall clock
    place           integer      not null check (place between 1 and 1000),
    held_place      integer,
    held_patient_id bigint,
    state           varchar(10)  not null check (state in ('BOOKED', 'ARRIVED', 'FULFILLED', 'CANCELLED', 'NO_SHOW')),
    origin          varchar(10)  not null check (origin in ('DESK', 'PROGRAMME', 'SYSTEM')),
    source_id       varchar(100),                       -- another system's own id
    note            varchar(200),
    ticket_id       varchar(36),                        -- the number taken on arrival
    version         integer      not null,
    primary key (facility_id, appointment_id),
    unique (facility_id, clinic_id, on_day, starts, held_place),
    unique (facility_id, clinic_id, on_day, held_patient_id),
    unique (facility_id, source_id),
    foreign key (facility_id, clinic_id) references clinic,
    foreign key (facility_id, patient_id) references patient
);
create index appointment_of_patient on appointment (facility_id, patient_id, on_day);
create index appointment_of_ticket on appointment (facility_id, ticket_id);
create index appointment_of_day on appointment (facility_id, state, on_day);

-- Every version that an appointment ever had, and whose doing it was.
create table appointment_change (
    facility_id     integer      not null,
    appointment_id  varchar(36)  not null,
    version         integer      not null,
    state           varchar(10)  not null,
    on_day          date         not null,
    starts          time         not null,
    place           integer      not null,
    changed_at      timestamp(6) with time zone not null,
    changed_by      varchar(80)  not null,              -- login, device or other system
    primary key (facility_id, appointment_id, version),
    foreign key (facility_id, appointment_id) references appointment
);

-- The appointment whose own slip was shown: whoever shows it knows of it.
alter table identification add column appointment_id varchar(36);
