create table site (
    site_id      bytea       not null check (octet_length(site_id) = 32),
    version      integer     not null check (version >= 1),
    jurisdiction bytea       not null references jurisdiction,
    name         text        not null,
    region       integer     not null check (region between 1 and 999),
    valid_from   timestamptz not null,
    payload      text        not null,
    record       text        not null,
    recorded_at  timestamptz not null,
    primary key (site_id, version),
    unique (site_id, valid_from)
);

create trigger site_is_append_only
    before update or delete on site
    for each row execute function refuse_change();
