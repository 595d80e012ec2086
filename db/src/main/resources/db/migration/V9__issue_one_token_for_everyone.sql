create table token (
    id         uuid        primary key,
    number     bigint      generated always as identity unique,
    sequence   bigint      not null check (sequence >= 0),
    head       bytea       not null check (octet_length(head) = 32),
    block      bytea       not null check (octet_length(block) = 32),
    content    bytea       not null check (octet_length(content) = 32),
    jwt        text        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at)
);

create trigger token_is_never_changed
    before update on token
    for each row execute function refuse_change();
