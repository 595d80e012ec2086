-- A nonce that was handed out has an owner until the chain has consumed it, whatever becomes of its decision: a nonce that
-- is left out keeps every later transaction of its sender waiting for ever.
create table anchoring_nonce (
    id          bigint      generated always as identity primary key,
    chain_id    bigint      not null check (chain_id > 0),
    sender      bytea       not null check (octet_length(sender) = 20),
    nonce       bigint      not null check (nonce >= 0),
    -- Without a decision it is owned by a cancellation: an empty transaction of the sender to itself.
    decision    bytea       references anchoring,
    assigned_at timestamptz not null,
    consumed_at timestamptz,
    unique (chain_id, sender, nonce)
);

create index anchoring_nonce_open on anchoring_nonce (chain_id, sender, nonce) where consumed_at is null;

create trigger anchoring_nonce_is_never_deleted
    before delete on anchoring_nonce
    for each row execute function refuse_change();
create trigger anchoring_nonce_changes_its_owner_alone
    before update on anchoring_nonce
    for each row execute function refuse_change_but_of('decision', 'assigned_at', 'consumed_at');
create trigger anchoring_nonce_is_never_emptied
    before truncate on anchoring_nonce
    for each statement execute function refuse_truncate();

-- What was recorded so far; the first look at the chain tells what of it is consumed.
insert into anchoring_nonce (chain_id, sender, nonce, decision, assigned_at)
select r.chain_id, t.sender, t.nonce, t.decision, min(t.recorded_at)
from anchoring_transaction t cross join registry r
group by r.chain_id, t.sender, t.nonce, t.decision;

alter table anchoring_transaction add column chain_id bigint;
alter table anchoring_transaction disable trigger anchoring_transaction_only_goes_on;
update anchoring_transaction set chain_id = (select chain_id from registry);
alter table anchoring_transaction enable trigger anchoring_transaction_only_goes_on;
alter table anchoring_transaction
    alter column chain_id set not null,
    alter column decision drop not null,
    drop constraint anchoring_transaction_sender_nonce_max_fee_key,
    add foreign key (chain_id, sender, nonce) references anchoring_nonce (chain_id, sender, nonce);

create index anchoring_transaction_of_nonce on anchoring_transaction (chain_id, sender, nonce);

-- One owner at a time: nothing is recorded under a nonce but what its owner sends.
create or replace function refuse_second_decision_of_nonce() returns trigger language plpgsql as $$
begin
    if not exists (select from anchoring_nonce n
                   where n.chain_id = new.chain_id and n.sender = new.sender and n.nonce = new.nonce
                     and n.decision is not distinct from new.decision) then
        raise exception 'nonce % has another owner', new.nonce using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
