-- One replica at a time watches the chain and sends; who holds the lease says so here.
create table lease (
    name   text        primary key check (length(name) between 1 and 40),
    holder uuid        not null,
    until  timestamptz not null
);

-- The outbox: one row for each certificate that is to be anchored.
create table anchoring (
    decision     bytea       primary key references certificate,
    enqueued_at  timestamptz not null,
    tries        integer     not null default 0 check (tries >= 0),
    next_try_at  timestamptz not null,
    refusal      text        check (length(refusal) between 1 and 500),
    version      bigint      not null
);

-- The raw signed bytes stand here before they leave, so that a restart sends the same bytes again and never others.
create table anchoring_transaction (
    hash             bytea       primary key check (octet_length(hash) = 32),
    decision         bytea       not null references anchoring,
    sender           bytea       not null check (octet_length(sender) = 20),
    nonce            bigint      not null check (nonce >= 0),
    gas_limit        bigint      not null check (gas_limit > 0),
    max_fee          numeric(78) not null check (max_fee > 0),
    max_priority_fee numeric(78) not null check (max_priority_fee >= 0 and max_priority_fee <= max_fee),
    raw              bytea       not null check (octet_length(raw) between 1 and 131072),
    recorded_at      timestamptz not null,
    sent_at          timestamptz check (sent_at >= recorded_at),
    settled_at       timestamptz check (settled_at >= recorded_at),
    unique (sender, nonce, max_fee)
);

-- A nonce carries one decision, whatever the fee: a replacement can never push out another decision.
create function refuse_second_decision_of_nonce() returns trigger language plpgsql as $$
begin
    if exists (select from anchoring_transaction t
               where t.sender = new.sender and t.nonce = new.nonce and t.decision <> new.decision) then
        raise exception 'nonce % carries another decision', new.nonce using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger anchoring_transaction_one_decision_a_nonce
    before insert on anchoring_transaction
    for each row execute function refuse_second_decision_of_nonce();

create index anchoring_transaction_unsettled on anchoring_transaction (decision) where settled_at is null;
