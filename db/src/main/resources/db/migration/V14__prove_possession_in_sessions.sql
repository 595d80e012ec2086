-- A member has a share of possession for each session that asks it, so that a kind no longer stands for one message.
-- Which messages contradict each other is the ceremony's protocol to say; the board keeps them as they came.
alter table ceremony_contradiction
    drop constraint ceremony_contradiction_ceremony_type_identifier_fkey,
    add foreign key (ceremony) references ceremony;
alter table ceremony_message
    drop constraint ceremony_message_ceremony_type_identifier_key;
