-- Each transaction that applies a batch writes one new stamp into all of these tables. A dump that is loaded table by table
-- brings the stamps of its own time, so the tables have different ones until the last table is loaded. Each table has one row
-- for its stamp. The row comes last in the order of the primary key, and so in a dump: a table that is being filled lacks it.
-- In the table generation it is the row 0, which no batch locks when it begins.
alter table generation
    add column stamp bigint null comment 'only in the row 0: all tables have the same one if they belong together';

alter table log_position
    add column lost_at bigint null comment 'the log ended before this offset, which was the next one then: records are lost; null if none are known to be',
    add column stamp bigint null comment 'only in the row of generation 2147483647: all tables have the same one if they belong together';

alter table submission_key
    add column stamp bigint null comment 'only in the row of generation 2147483647: all tables have the same one if they belong together';

alter table report
    add column stamp bigint null comment 'only in the row of generation 2147483647: all tables have the same one if they belong together';

alter table submission
    add column stamp bigint null comment 'only in the row of generation 2147483647: all tables have the same one if they belong together';

alter table rollup
    add column stamp bigint null comment 'only in the row of generation 2147483647: all tables have the same one if they belong together';

alter table uncounted
    add column stamp bigint null comment 'only in the row of generation 2147483647: all tables have the same one if they belong together';

alter table unreadable
    add column stamp bigint null comment 'only in the row of generation 2147483647: all tables have the same one if they belong together';

-- The version before takes the row 0 for a generation with files that it does not have.
insert into generation (number, state, stamp)
values (0, 'RETIRED', 0)
on duplicate key update stamp = 0;

insert into log_position (generation, log_id, log_partition, next_offset, stamp)
values (2147483647, '', -1, 0, 0)
on duplicate key update stamp = 0;

insert into submission_key (generation, client, idempotency_key, body_line, jurisdiction, period, submission_id, stamp)
values (2147483647, '', '', 0, '', '', x'00000000000000000000000000000000', 0)
on duplicate key update stamp = 0;

insert into report (generation, period, jurisdiction, revision, stamp)
values (2147483647, '', '', 0, 0)
on duplicate key update stamp = 0;

insert into submission (generation, submission_id, jurisdiction, period, outcome, log_partition, log_offset, stamp)
values (2147483647, x'00000000000000000000000000000000', '', '', '', -1, 0, 0)
on duplicate key update stamp = 0;

insert into rollup (generation, period, jurisdiction, version, own_has_figures, reports, reports_without_figures, cells, stamp)
values (2147483647, '', '', 0, false, 0, 0, '', 0)
on duplicate key update stamp = 0;

insert into uncounted (generation, period, jurisdiction, submission_id, not_counted, stamp)
values (2147483647, '', '', x'00000000000000000000000000000000', '', 0)
on duplicate key update stamp = 0;

insert into unreadable (generation, log_id, log_partition, log_offset, reason, stamp)
values (2147483647, '', -1, 0, '', 0)
on duplicate key update stamp = 0;
