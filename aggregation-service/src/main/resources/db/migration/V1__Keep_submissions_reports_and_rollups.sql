-- Everything below is derived from the topic "reports" and can be rebuilt from it. A generation is one such derivation;
-- the serving one answers queries.

create table generation (
    number     int          not null,
    state      varchar(10)  not null comment 'SERVING',
    divisions  char(64)     null comment 'fingerprint of the division tree its totals went up',
    indicators char(64)     null comment 'fingerprint of the indicator catalog its totals were made with',
    primary key (number)
) default character set utf8mb4 collate utf8mb4_bin;

insert into generation (number, state) values (1, 'SERVING');

-- One row a submission, whatever it came to. An APPLIED one is a revision of its report.
create table submission (
    generation        int           not null,
    submission_id     binary(16)    not null,
    jurisdiction      varchar(12)   not null,
    period            varchar(7)    not null,
    kind              varchar(10)   not null comment 'SUBMITTED or WITHDRAWN',
    outcome           varchar(20)   not null,
    revision          int           null comment 'from 1; null unless APPLIED',
    replaced          binary(16)    null comment 'the submission whose report was current before; null if none was',
    expected_revision int           null,
    client            varchar(255)  not null,
    idempotency_key   varchar(255)  null,
    body_line         bigint        null comment 'line of the bulk body, from 1',
    submitted_at      datetime(6)   not null comment 'UTC, time of the event',
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

-- One row a place that anything was submitted for: which submission is its current report, if any.
create table report (
    generation        int           not null,
    period            varchar(7)    not null,
    jurisdiction      varchar(12)   not null,
    revision          int           not null comment 'the newest one, a withdrawal included; 0 before the first',
    current           binary(16)    null comment 'submission_id of the current report; null if there is none',
    first_accepted_at datetime(6)   null comment 'UTC, time of the first applied event',
    primary key (generation, period, jurisdiction)
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
    primary key (generation, period, jurisdiction)
) default character set utf8mb4 collate utf8mb4_bin;
