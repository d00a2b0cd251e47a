-- A generation belongs to the files that its totals were made with, and to the code that made them.
alter table generation
    add column divisions_edition int null comment 'edition of the division tree; null before there were editions',
    add column indicators_edition int null comment 'edition of the indicator catalog; null before there were editions',
    add column rules int null comment 'which rules of the service fill it; null for the first',
    add column kinds mediumtext null comment 'JSON: the kind of each indicator of the catalog by its code; null before it was kept';
