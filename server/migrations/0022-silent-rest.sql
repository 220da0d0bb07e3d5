-- A hello to somebody who takes none rests from the start: whoever says it sees what they see of one that waits.
alter table hello drop constraint hello_status_check;
alter table hello add constraint hello_status_check check (status in ('waiting', 'yes', 'not-now', 'withdrawn', 'resting'));
