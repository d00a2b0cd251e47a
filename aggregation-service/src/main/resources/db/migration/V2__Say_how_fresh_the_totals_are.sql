-- The time of the newest event that was taken in, for the header that says how fresh an answer is: a row a partition
-- instead of a search through all submissions. The version before leaves the column alone.
alter table log_position
    add column applied_through datetime(6) null comment 'UTC, time of the newest event taken in; null before the first';

update log_position
join (
    select generation, log_partition, max(submitted_at) as newest
    from submission
    group by generation, log_partition
) as taken_in
on taken_in.generation = log_position.generation and taken_in.log_partition = log_position.log_partition
set log_position.applied_through = taken_in.newest;
