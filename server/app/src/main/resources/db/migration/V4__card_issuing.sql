-- Where cards come from: blanks, the desk's orders, cards on their way to a patient, and many patients at once.

-- The desk's card reader is a device of its own kind. The old check has no name that both databases know it by, so it
-- goes with its column.
alter table device add column kind_wider varchar(10);
update device set kind_wider = kind;
alter table device alter column kind_wider set not null;
alter table device drop column kind;
alter table device rename column kind_wider to kind;
alter table device add constraint device_kind_known check (kind in ('KIOSK', 'SCREEN', 'BRIDGE'));

-- A chip with the applet in it, or a serial that waits for one.
create table card_blank (
    facility_id     integer      not null references facility,
    serial          varchar(16)  not null,              -- 8 bytes as upper-case hex
    delivery        varchar(36)  not null,              -- those that were made together
    transport_keys  smallint     not null,              -- generation of the keys it is loaded with
    state           varchar(10)  not null check (state in ('PREPARED', 'IN_STOCK', 'USED', 'SPOILED')),
    made_at         timestamp(6) with time zone not null,
    made_by         varchar(60)  not null,
    changed_at      timestamp(6) with time zone not null,
    changed_by      varchar(80)  not null,
    primary key (facility_id, serial)
);
create index card_blank_of_delivery on card_blank (facility_id, delivery, state);

create table card_batch (
    facility_id     integer      not null references facility,
    batch_id        varchar(36)  not null,
    name            varchar(80)  not null,
    unknown_codes   integer      not null,              -- that named nobody
    made_at         timestamp(6) with time zone not null,
    made_by         varchar(60)  not null,
    primary key (facility_id, batch_id)
);

-- One order for one card at the desk's reader.
create table card_order (
    facility_id     integer      not null,
    order_id        varchar(36)  not null,
    kind            varchar(8)   not null check (kind in ('ISSUE', 'REPLACE', 'BLOCK', 'UNBLOCK', 'END', 'READ')),
    reason          varchar(10)  check (reason in ('LOST', 'BROKEN', 'OUTDATED', 'RETURNED')),
    patient_id      bigint       not null,
    state           varchar(10)  not null check (state in ('WAITING', 'TAKEN', 'OPENED', 'PREPARED', 'DONE', 'FAILED')),
    act             varchar(12),                        -- what the bridge was told to do with the card on its reader
    serial          varchar(16),                        -- of that card
    card_id         varchar(32),                        -- that the order is about, or that came of it
    key_version     smallint,                           -- that its session is opened with
    device_id       varchar(36),                        -- the bridge that has it
    batch_id        varchar(36),
    fault           varchar(30),
    ordered_by      varchar(60)  not null,
    made_at         timestamp(6) with time zone not null,
    expires_at      timestamp(6) with time zone not null,
    closed_at       timestamp(6) with time zone,
    primary key (facility_id, order_id),
    foreign key (facility_id, patient_id) references patient,
    foreign key (facility_id, batch_id) references card_batch
);
create index card_order_of_patient on card_order (facility_id, patient_id, made_at);

-- A card that may be personalised already but is not valid yet. A patient has at most one, and so has a blank: a second
-- try takes the place of the first, whose card then never becomes valid.
create table card_issue (
    facility_id     integer      not null,
    card_id         varchar(32)  not null,
    patient_id      bigint       not null,
    serial          varchar(16)  not null,
    order_id        varchar(36)  not null,
    public_key      varchar(130) not null,
    valid_from      date         not null,
    valid_to        date         not null,
    reading_keys    smallint     not null,
    writing_keys    smallint     not null,
    administering_keys smallint  not null,
    revision        bigint       not null,
    prepared_at     timestamp(6) with time zone not null,
    primary key (facility_id, card_id),
    unique (facility_id, patient_id),
    unique (facility_id, serial),
    foreign key (facility_id, order_id) references card_order
);

create table card_batch_item (
    facility_id     integer      not null,
    batch_id        varchar(36)  not null,
    item            integer      not null,
    patient_id      bigint       not null,
    state           varchar(8)   not null check (state in ('WAITING', 'ISSUED', 'FAILED')),
    fault           varchar(30),
    order_id        varchar(36),                        -- the last one made for it
    tries           smallint     not null,
    changed_at      timestamp(6) with time zone not null,
    primary key (facility_id, batch_id, item),
    unique (facility_id, batch_id, patient_id),
    foreign key (facility_id, batch_id) references card_batch,
    foreign key (facility_id, patient_id) references patient
);
create index card_batch_item_waiting on card_batch_item (facility_id, batch_id, state, tries, item);
create index card_order_of_batch on card_order (facility_id, batch_id, closed_at);
