-- What of an applied report is not in the totals, because the files of its generation do not know it.
create table uncounted (
    generation    int         not null,
    period        varchar(7)  not null,
    jurisdiction  varchar(12) not null,
    submission_id binary(16)  not null,
    not_counted   mediumtext  not null comment 'JSON: pointer and code of each part',
    primary key (generation, submission_id, jurisdiction, period),
    -- the list, in its order
    key by_place (generation, period, jurisdiction)
) default character set utf8mb4 collate utf8mb4_bin;
