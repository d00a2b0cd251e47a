-- All instances share one rest after each share of rollups that one of them has published. The version before leaves the
-- column alone.
alter table publication
    add column rests_until datetime(6) null comment 'UTC; nobody publishes before; null before the first';
