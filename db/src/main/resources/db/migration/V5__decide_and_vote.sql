create table decision (
    id           bytea       primary key check (octet_length(id) = 32),
    state        text        not null check (state in ('PROPOSED', 'SIGNING', 'CERTIFIED', 'ANCHORING', 'ANCHORED', 'FINAL',
                                                       'REJECTED', 'EXPIRED', 'SUPERSEDED')),
    type         text        not null check (type in ('Pause', 'Lift', 'Renew', 'Rotate')),
    mandate      text        not null check (mandate in ('STANDING', 'EMERGENCY')),
    epoch        bigint      not null check (epoch between 0 and 4294967295),
    slot         smallint    check (slot between 0 and 15),
    proposed_at  timestamptz not null,
    anchor_by    timestamptz not null check (anchor_by >= proposed_at),
    document     text        not null,
    recorded_at  timestamptz not null,
    number       bigint      generated always as identity unique,
    version      bigint      not null,
    check ((slot is not null) = (type in ('Pause', 'Lift')))
);

create index decision_open on decision (state) where state not in ('FINAL', 'REJECTED', 'EXPIRED', 'SUPERSEDED');

-- Absent for a decision that somebody else carried to the registry.
create table proposal (
    decision     bytea   primary key references decision,
    roster       bytea   not null references committee,
    identifier   integer not null check (identifier between 1 and 65535),
    proposal     text    not null,
    reasons      bytea   not null check (octet_length(reasons) <= 196608),
    reasons_type text    not null check (length(reasons_type) between 3 and 100),
    reason_hash  bytea   not null check (reason_hash = sha256(reasons))
);

create table ballot (
    decision    bytea       not null references decision,
    roster      bytea       not null references committee,
    identifier  integer     not null check (identifier between 1 and 65535),
    choice      text        not null check (choice in ('APPROVE', 'REJECT')),
    reason      text        check (length(reason) <= 2000),
    digest      bytea       not null unique check (octet_length(digest) = 32),
    ballot      text        not null,
    number      bigint      generated always as identity unique,
    received_at timestamptz not null,
    primary key (decision, roster, identifier, choice),
    check ((reason is not null) = (choice = 'REJECT'))
);

create trigger proposal_is_append_only
    before update or delete on proposal
    for each row execute function refuse_change();
create trigger ballot_is_append_only
    before update or delete on ballot
    for each row execute function refuse_change();
