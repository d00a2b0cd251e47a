-- Clients and keys are compared with the blanks at their ends. MySQL and MariaDB have such a collation by different names;
-- MariaDB reads MySQL's name too, and pads all the same. The version before leaves the new columns empty.
alter table submission_key
    modify client varchar(255) character set utf8mb4 collate /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ not null,
    modify idempotency_key varchar(255) character set utf8mb4 collate /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ not null,
    add column jurisdiction varchar(12) not null default '' comment 'of the report that the submission is about',
    add column period varchar(7) not null default '' comment 'of the report that the submission is about',
    drop primary key,
    add primary key (generation, client, idempotency_key, body_line, jurisdiction, period);
