-- Everything below is derived from the topic "reports" and can be rebuilt from it. A generation is one such derivation;
-- the serving one answers queries.

create table generation (
    number     int          not null,
    state      varchar(10)  not null comment 'SERVING, BUILDING while it is filled from the log, or RETIRED',
    divisions  char(64)     null comment 'fingerprint of the division tree its totals went up',
    indicators char(64)     null comment 'fingerprint of the indicator catalog its totals were made with',
    retired_at datetime(6)  null comment 'UTC, when another took its place',
    primary key (number)
) default character set utf8mb4 collate utf8mb4_bin;

insert into generation (number, state) values (1, 'SERVING');

-- How far a generation has taken the log in, moved in the same transaction as its totals.
create table log_position (
    generation    int         not null,
    log_id        varchar(36) not null comment 'id that Kafka gave the topic when it was made: another topic is another log',
    log_partition int         not null,
    next_offset   bigint      not null comment 'of the first record that is not taken in yet',
    primary key (generation, log_id, log_partition)
) default character set utf8mb4 collate utf8mb4_bin;

-- The first submission under each idempotency key.
create table submission_key (
    generation      int          not null,
    client          varchar(255) not null,
    idempotency_key varchar(255) not null,
    body_line       bigint       not null comment 'line of the bulk body, from 1; 0 for a single request',
    submission_id   binary(16)   not null,
    primary key (generation, client, idempotency_key, body_line)
) default character set utf8mb4 collate utf8mb4_bin;

-- One row a place that anything was submitted for: which submission is its current report, if any.
create table report (
    generation        int           not null,
    period            varchar(7)    not null,
    jurisdiction      varchar(12)   not null,
    revision          int           not null comment 'the newest one, a withdrawal included; 0 before the first',
    revised_in_log    varchar(36)   null comment 'id of the log that the newest revision stands in; null before the first',
    revised_at_offset bigint        null comment 'its offset there',
    current           binary(16)    null comment 'submission_id of the current report; null if there is none',
    warned            boolean       not null default false comment 'whether the current report came with warnings: found by a range of these small rows, not of submissions',
    first_accepted_at datetime(6)   null comment 'UTC, time of the first applied event',
    -- also the range of a period, for its reports that came with warnings
    primary key (generation, period, jurisdiction)
) default character set utf8mb4 collate utf8mb4_bin;

-- One row a submission, whatever it came to. An APPLIED one is a revision of its report.
create table submission (
    generation        int           not null,
    submission_id     binary(16)    not null,
    jurisdiction      varchar(12)   null comment 'null if the record could not be read',
    period            varchar(7)    null comment 'null if the record could not be read',
    kind              varchar(10)   null comment 'SUBMITTED or WITHDRAWN; null if the record could not be read',
    outcome           varchar(20)   not null,
    reason            varchar(1000) null comment 'why it was dead-lettered; null for any other outcome',
    revision          int           null comment 'from 1; null unless APPLIED',
    replaced          binary(16)    null comment 'the submission whose report was current before; null if none was',
    expected_revision int           null,
    client            varchar(255)  null comment 'null if the record could not be read',
    idempotency_key   varchar(255)  null,
    body_line         bigint        null comment 'line of the bulk body, from 1',
    submitted_at      datetime(6)   null comment 'UTC, time of the event; null if the record could not be read',
    log_partition     int           not null,
    log_offset        bigint        not null,
    report            mediumtext    null comment 'JSON; null for a withdrawal',
    warnings          mediumtext    null comment 'JSON; null if there are none',
    primary key (generation, submission_id),
    -- the revisions of one report, in order
    key revisions (generation, jurisdiction, period, revision),
    -- what one client submitted, by time
    key by_client (generation, client, submitted_at)
) default character set utf8mb4 collate utf8mb4_bin;

-- Records of the log that could not be applied.
create table dead_letter (
    generation    int           not null,
    log_id        varchar(36)   not null,
    log_partition int           not null,
    log_offset    bigint        not null,
    record_key    varchar(255)  null comment 'the first 255 characters',
    reason        varchar(1000) not null,
    submission_id binary(16)    null comment 'null if the record does not say',
    recorded_at   datetime(6)   not null comment 'UTC, time of the record',
    put_back      boolean       not null comment 'whether it was read again and could be applied or superseded',
    primary key (generation, log_id, log_partition, log_offset)
) default character set utf8mb4 collate utf8mb4_bin;

-- One row a place at or above any report. The cells are one value: a row an indicator would write thirty times as many.
create table rollup (
    generation              int         not null,
    period                  varchar(7)  not null,
    jurisdiction            varchar(12) not null,
    version                 bigint      not null comment 'counts the transactions that changed the row',
    scope                   varchar(10) null comment 'scope of the own current report; null if there is none',
    own_has_figures         boolean     not null,
    reports                 int         not null comment 'current reports of the jurisdiction and all below it',
    reports_without_figures int         not null,
    cells                   mediumtext  not null comment 'JSON, by indicator: own and sub, each [value, contributors, approximate] or, for a rate, [numerator, denominator, contributors, estimated, approximate]',
    unpublished             varchar(10) null comment 'the mark: level of the jurisdiction while the topic rollup-changes lacks what the row says; null when it has it',
    primary key (generation, period, jurisdiction),
    -- what is to be published, level by level
    key unpublished (generation, unpublished, period, jurisdiction)
) default character set utf8mb4 collate utf8mb4_bin;

-- One row a topic that is published from here; who publishes holds its lock meanwhile, so that instances take turns.
create table publication (
    topic varchar(30) not null,
    primary key (topic)
) default character set utf8mb4 collate utf8mb4_bin;

insert into publication (topic) values ('rollup-changes');
