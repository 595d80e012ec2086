-- The code itself is never stored: who reads the database cannot enrol.
create table enrolment_code (
    code_hash   bytea       primary key check (octet_length(code_hash) = 32),
    name        text        not null check (length(name) between 1 and 100),
    regions     integer[]   not null check (array_position(regions, null) is null and 1 <= all (regions) and 999 >= all (regions)),
    created_at  timestamptz not null,
    expires_at  timestamptz not null check (expires_at > created_at),
    used_at     timestamptz check (used_at >= created_at and used_at <= expires_at)
);

-- One key for one name. The registration is kept as it was signed.
create table jurisdiction (
    key_id        bytea       primary key check (octet_length(key_id) = 32),
    name          text        not null unique check (length(name) between 1 and 100),
    jwk           text        not null,
    regions       integer[]   not null check (array_position(regions, null) is null and 1 <= all (regions) and 999 >= all (regions)),
    registration  text        not null,
    code_hash     bytea       not null unique references enrolment_code,
    registered_at timestamptz not null
);
