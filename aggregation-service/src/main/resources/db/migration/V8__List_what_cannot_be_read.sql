-- Records of the log that no version can read. The log keeps their bytes. The table dead_letter is for the version before.
create table unreadable (
    generation    int           not null,
    log_id        varchar(36)   not null,
    log_partition int           not null,
    log_offset    bigint        not null,
    record_key    varchar(255)  null comment 'the first 255 characters',
    reason        varchar(1000) not null,
    submission_id binary(16)    null comment 'null if the record does not say',
    recorded_at   datetime(6)   null comment 'UTC, time of the record; null if no calendar has it',
    primary key (generation, log_id, log_partition, log_offset),
    -- what a submission came to that could not be read
    key by_submission (generation, submission_id)
) default character set utf8mb4 collate utf8mb4_bin;
