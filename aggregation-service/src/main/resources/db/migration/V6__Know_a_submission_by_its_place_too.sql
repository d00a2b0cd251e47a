-- An outcome follows from the records of one place, so a submission is known by its id and its place. Where a client's
-- submissions are listed, they come in the order of the log.
-- The version before may have added some since.
delete from submission where jurisdiction is null or period is null;

alter table submission
    modify jurisdiction varchar(12) not null,
    modify period varchar(7) not null,
    modify client varchar(255) character set utf8mb4 collate /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ null,
    modify idempotency_key varchar(255) character set utf8mb4 collate /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ null,
    drop primary key,
    add primary key (generation, submission_id, jurisdiction, period),
    add column log_id varchar(36) null comment 'id of the log that it stands in; null from the version before' after submitted_at,
    drop key by_client,
    add key by_client (generation, client, log_partition, log_offset, submitted_at);
