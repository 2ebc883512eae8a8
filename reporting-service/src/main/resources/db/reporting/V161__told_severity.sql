-- How grave an alert was when people were told: its highest severity may lie months back.
alter table alert_event add column told_severity text;
grant update (told_severity) on alert_event to ${app};
