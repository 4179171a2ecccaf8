-- People who are entered at the desk, and numbers that the desk gives.

-- One row for each form that was sent: sent twice, it enters one person.
create table desk_registration (
    facility_id     integer      not null references facility,
    registration_id varchar(36)  not null,
    patient_id      bigint       not null,
    reason          varchar(300),                       -- why somebody new, when somebody else is much alike
    made_at         timestamp(6) with time zone not null,
    made_by         varchar(80)  not null,
    primary key (facility_id, registration_id),
    foreign key (facility_id, patient_id) references patient
);
create index desk_registration_of on desk_registration (facility_id, patient_id);

-- What of a person was otherwise before: names, birth dates, sex, how to reach them. Numbers keep their own days.
create table patient_change (
    facility_id     integer      not null,
    change_id       varchar(36)  not null,
    patient_id      bigint       not null,
    part            varchar(12)  not null check (part in ('NAME', 'BIRTH_DATE', 'SEX', 'TELEPHONE', 'ADDRESS')),
    before_value    varchar(1024),
    after_value     varchar(1024),
    changed_at      timestamp(6) with time zone not null,
    changed_by      varchar(80)  not null,              -- login, device or other system
    primary key (facility_id, change_id),
    foreign key (facility_id, patient_id) references patient
);
create index patient_change_of on patient_change (facility_id, patient_id, changed_at);

-- At the desk a login stands where a device's id stands at a kiosk.
alter table identification alter column device_id set data type varchar(80);
alter table check_in alter column device_id set data type varchar(80);
