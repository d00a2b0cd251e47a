-- A topic that was made anew lacks all rollups. The version before leaves the column alone.
alter table publication
    add column topic_id varchar(36) null comment 'id that Kafka gave the topic; null before all rollups are marked for it';
