create table ceremony (
    id          bytea       primary key check (octet_length(id) = 32),
    body        text        not null check (length(body) between 1 and 100),
    phase       text        not null check (phase ~ '^[A-Z][A-Z_]{1,39}$'),
    roster_hash bytea       unique check (octet_length(roster_hash) = 32),
    group_key   bytea       check (octet_length(group_key) = 33),
    possession  bytea       check (octet_length(possession) = 65),
    opened_at   timestamptz not null,
    version     bigint      not null,
    check ((roster_hash is null) = (group_key is null)),
    check (possession is null or roster_hash is not null),
    check (phase <> 'COMPLETE' or possession is not null)
);

-- Verbatim JWS in order of arrival; the first is the proposer's plan.
create table ceremony_message (
    ceremony    bytea       not null references ceremony,
    position    integer     not null check (position >= 0),
    type        text        not null check (type ~ '^softpause-[a-z-]+-v1$'),
    identifier  integer     not null check (identifier between 1 and 65535),
    digest      bytea       not null check (octet_length(digest) = 32),
    message     text        not null,
    received_at timestamptz not null,
    primary key (ceremony, position),
    unique (ceremony, type, identifier),
    unique (ceremony, identifier, digest)
);

-- A second, different message where one was already given: evidence against its signer, used for nothing else.
create table ceremony_contradiction (
    ceremony    bytea       not null references ceremony,
    type        text        not null,
    identifier  integer     not null,
    digest      bytea       not null check (octet_length(digest) = 32),
    message     text        not null,
    received_at timestamptz not null,
    primary key (ceremony, identifier, digest),
    foreign key (ceremony, type, identifier) references ceremony_message (ceremony, type, identifier)
);

create trigger ceremony_message_is_append_only
    before update or delete on ceremony_message
    for each row execute function refuse_change();
create trigger ceremony_contradiction_is_append_only
    before update or delete on ceremony_contradiction
    for each row execute function refuse_change();
