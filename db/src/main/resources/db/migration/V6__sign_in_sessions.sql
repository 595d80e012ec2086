create table signing_session (
    id        bigint      generated always as identity primary key,
    decision  bytea       not null references decision,
    roster    bytea       not null references committee,
    package   bytea       not null unique check (octet_length(package) = 32),
    state     text        not null check (state in ('OPEN', 'COMPLETE', 'FAILED')),
    signature bytea       check (octet_length(signature) = 65),
    opened_at timestamptz not null,
    closed_at timestamptz check (closed_at >= opened_at),
    version   bigint      not null,
    check ((state = 'OPEN') = (closed_at is null)),
    check ((state = 'COMPLETE') = (signature is not null))
);

create unique index signing_session_one_open on signing_session (decision, roster) where state = 'OPEN';
create unique index signing_session_one_complete on signing_session (decision, roster) where state = 'COMPLETE';

-- Who signs, with which commitment, and the signed document that carries it.
create table signing_participant (
    session    bigint  not null references signing_session,
    identifier integer not null check (identifier between 1 and 65535),
    number     bigint  not null check (number >= 0),
    hiding     bytea   not null check (octet_length(hiding) = 33),
    binding    bytea   not null check (octet_length(binding) = 33),
    source     text    not null,
    primary key (session, identifier)
);

create table signature_share (
    session     bigint      not null,
    identifier  integer     not null,
    digest      bytea       not null unique check (octet_length(digest) = 32),
    share       text        not null,
    refusal     text        check (refusal ~ '^[a-z][a-z0-9-]+$'),
    received_at timestamptz not null,
    primary key (session, identifier),
    foreign key (session, identifier) references signing_participant
);

create table certificate (
    decision  bytea       primary key references decision,
    document  text        not null,
    issued_at timestamptz not null
);

create trigger signing_participant_is_append_only
    before update or delete on signing_participant
    for each row execute function refuse_change();
create trigger signature_share_is_append_only
    before update or delete on signature_share
    for each row execute function refuse_change();
create trigger certificate_is_append_only
    before update or delete on certificate
    for each row execute function refuse_change();
