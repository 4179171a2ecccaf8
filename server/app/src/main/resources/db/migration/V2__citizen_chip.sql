-- The chip of the ID card identifies too. What it says is never stored: only that it was read, why it may have proved
-- nobody, and that its holder had agreed.

alter table identification alter column method set data type varchar(24);
alter table identification add column chip_doubt varchar(24);

create table chip_consent (
    facility_id       integer     not null,
    identification_id varchar(36) not null,
    patient_id        bigint      not null,              -- who agreed
    device_id         varchar(36) not null,
    text_version      varchar(20) not null,
    language          varchar(2)  not null check (language in ('vi', 'en')),
    given_at          timestamp(6) with time zone not null,
    primary key (facility_id, identification_id),
    foreign key (facility_id, identification_id) references identification,
    foreign key (facility_id, patient_id) references patient
);
create index chip_consent_of_patient on chip_consent (facility_id, patient_id, given_at);
