-- The completions of repairs stand among the commitments of their members, which every signer asks for.
create index ceremony_message_repaired on ceremony_message (received_at)
    where type = 'softpause-repair-completion-v1';
