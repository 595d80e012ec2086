-- ROAST (protocol "Threshold signatures"): sessions of one group stand open side by side, and a member owes a share to one
-- of them at most. The tables of V6 know one session at a time and no order of events; nothing was released with them.
drop table signature_share;
drop table signing_participant;
drop table signing_session;

-- The numbers under which members have committed. One that comes again betrays a signer put back in time.
create table commitment (
    roster      bytea       not null check (octet_length(roster) = 32),
    identifier  integer     not null check (identifier between 1 and 255),
    number      bigint      not null check (number between 0 and 4294967295),
    decision    bytea       not null references decision,
    digest      bytea       not null unique check (octet_length(digest) = 32),
    document    text        not null,
    received_at timestamptz not null,
    primary key (roster, identifier, number)
);

create index commitment_of_decision on commitment (decision, roster, identifier, number);

-- What reached a group's coordinator, in the order in which it counts. The coordinator is made again from these rows alone.
create table signing_event (
    decision    bytea       not null references decision,
    roster      bytea       not null check (octet_length(roster) = 32),
    position    integer     not null check (position >= 1),
    kind        text        not null check (kind in ('APPROVAL', 'REJECTION', 'SHARE')),
    identifier  integer     not null check (identifier between 1 and 255),
    session     integer,
    verdict     text        not null check (verdict in ('COUNTED', 'INVALID', 'CONTRADICTION', 'LATE')),
    digest      bytea       not null unique check (octet_length(digest) = 32),
    document    text        not null,
    received_at timestamptz not null,
    primary key (decision, roster, position),
    unique (decision, roster, position, identifier),
    check ((kind = 'SHARE') = (session is not null)),
    check (kind = 'SHARE' or verdict = 'COUNTED')
);

create unique index signing_event_one_vote on signing_event (decision, roster, identifier, kind) where kind <> 'SHARE';
create unique index signing_event_one_share on signing_event (decision, roster, session, identifier, verdict) where kind = 'SHARE';

create table signing_session (
    decision  bytea       not null references decision,
    roster    bytea       not null check (octet_length(roster) = 32),
    number    integer     not null check (number >= 1),
    package   bytea       not null unique check (octet_length(package) = 32),
    opened_at timestamptz not null,
    primary key (decision, roster, number)
);

-- A member's place in a session: the event that holds its commitment, and the one that holds its share once that has come.
create table signing_seat (
    decision   bytea   not null,
    roster     bytea   not null,
    session    integer not null,
    identifier integer not null,
    source     integer not null,
    answer     integer check (answer > source),
    primary key (decision, roster, session, identifier),
    unique (decision, roster, source),
    foreign key (decision, roster, session) references signing_session,
    foreign key (decision, roster, source, identifier) references signing_event (decision, roster, position, identifier),
    foreign key (decision, roster, answer, identifier) references signing_event (decision, roster, position, identifier)
);

create unique index signing_seat_one_owed on signing_seat (decision, roster, identifier) where answer is null;

alter table signing_event
    add foreign key (decision, roster, session, identifier) references signing_seat;

create table group_signature (
    decision  bytea       not null,
    roster    bytea       not null,
    session   integer     not null,
    signature bytea       not null check (octet_length(signature) = 65),
    made_at   timestamptz not null,
    primary key (decision, roster),
    foreign key (decision, roster, session) references signing_session
);

-- Who was caught with a bad share is asked no more.
create function refuse_seat_of_culprit() returns trigger language plpgsql as $$
begin
    if exists (select from signing_event e
               where e.decision = new.decision and e.roster = new.roster
                 and e.identifier = new.identifier and e.verdict = 'INVALID') then
        raise exception 'member % was caught with a bad share', new.identifier using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger signing_seat_for_no_culprit
    before insert on signing_seat
    for each row execute function refuse_seat_of_culprit();

-- A seat is answered once; nothing else about it changes.
create function refuse_second_answer() returns trigger language plpgsql as $$
begin
    if old.answer is not null or new.answer is null
       or (new.decision, new.roster, new.session, new.identifier, new.source)
          is distinct from (old.decision, old.roster, old.session, old.identifier, old.source) then
        raise exception 'a seat is answered once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger signing_seat_is_answered_once
    before update on signing_seat
    for each row execute function refuse_second_answer();

create trigger commitment_is_append_only
    before update or delete on commitment
    for each row execute function refuse_change();
create trigger signing_event_is_append_only
    before update or delete on signing_event
    for each row execute function refuse_change();
create trigger signing_session_is_append_only
    before update or delete on signing_session
    for each row execute function refuse_change();
create trigger signing_seat_is_never_deleted
    before delete on signing_seat
    for each row execute function refuse_change();
create trigger group_signature_is_append_only
    before update or delete on group_signature
    for each row execute function refuse_change();
