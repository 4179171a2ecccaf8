-- HL7 v2 over MLLP: which other system may talk and is told, what it has said, and what it is still to be told.

create table hl7_partner (
    facility_id     integer      not null,
    device_id       varchar(36)  not null,              -- of kind SYSTEM
    application     varchar(60)  not null,              -- MSH-3, both ways; as a sender: empty for any
    facility        varchar(60)  not null,              -- MSH-6 of what it is told
    addresses       varchar(400) not null,              -- from where it may talk; empty: from nowhere
    certificate     varchar(64)  not null,              -- SHA-256 of what it must show, as hex; empty: none
    host            varchar(255) not null,              -- where it listens; empty: it is told nothing
    port            integer      not null check (port between 0 and 65535),
    tls             boolean      not null,
    heard_at        timestamp(6) with time zone,        -- last message from it
    last_seq        bigint       not null,              -- of what it was to be told
    sent            bigint       not null,
    sent_at         timestamp(6) with time zone,
    lost            bigint       not null,              -- not kept, because it was gone for too long
    failures        integer      not null,              -- in a row
    last_error      varchar(40),
    next_try        timestamp(6) with time zone not null,
    sender          varchar(36),                        -- the server that sends to it, and until when it need not be asked
    sender_until    timestamp(6) with time zone,
    primary key (facility_id, device_id),
    foreign key (facility_id, device_id) references device
);

-- The answer to each message that was carried out, so that the same message sent again does nothing and is answered alike.
create table hl7_received (
    facility_id     integer      not null,
    device_id       varchar(36)  not null,
    application     varchar(227) not null,              -- MSH-3.1
    control_id      varchar(227) not null,              -- MSH-10
    content_hash    varchar(64)  not null,
    answer          varchar(4000) not null,
    received_at     timestamp(6) with time zone not null,
    primary key (facility_id, device_id, application, control_id),
    foreign key (facility_id, device_id) references hl7_partner
);
create index hl7_received_old on hl7_received (received_at);

-- Written in the transaction of what it tells of; gone when the receiver has it.
create table hl7_outbox (
    facility_id     integer      not null,
    device_id       varchar(36)  not null,
    seq             bigint       not null,              -- the order of the commits
    trigger_event   varchar(7)   not null,              -- ADT^A04
    message         varchar(16000) not null,
    made_at         timestamp(6) with time zone not null,
    state           varchar(8)   not null check (state in ('WAITING', 'REFUSED')),
    answered_at     timestamp(6) with time zone,
    answer_code     varchar(2),                         -- MSA-1
    answer_text     varchar(400),                       -- what its ERR or MSA-3 says
    primary key (facility_id, device_id, seq),
    foreign key (facility_id, device_id) references hl7_partner
);
create index hl7_outbox_next on hl7_outbox (facility_id, device_id, state, seq);
