-- The service serves one registry in its life; the deployment file is kept to the letter.
create table registry (
    singleton        boolean     primary key default true check (singleton),
    address          bytea       not null check (octet_length(address) = 20),
    chain_id         bigint      not null check (chain_id > 0),
    deployment_block bigint      not null check (deployment_block >= 0),
    code_hash        bytea       not null check (octet_length(code_hash) = 32),
    head0            bytea       not null check (octet_length(head0) = 32),
    deployment       text        not null,
    adopted_at       timestamptz not null
);

-- The rosters whose keys stand, or stood, in a mandate of the registry.
create table committee (
    roster     bytea    primary key check (octet_length(roster) = 32),
    mandate    text     not null check (mandate in ('STANDING', 'EMERGENCY')),
    position   smallint not null check (position between 0 and 4),
    epoch      bigint   not null check (epoch between 0 and 4294967295),
    body       text     not null,
    civil      boolean  not null,
    threshold  integer  not null check (threshold >= 1),
    members    integer  not null check (members between threshold and 65535),
    group_key  bytea    not null check (octet_length(group_key) = 33),
    payload    text     not null,
    unique (mandate, epoch, position)
);

create trigger registry_is_append_only
    before update or delete on registry
    for each row execute function refuse_change();
