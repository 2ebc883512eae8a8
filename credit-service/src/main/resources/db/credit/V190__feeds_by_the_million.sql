-- A bank's first feed writes every loan: what each row costs counts.

-- By bank and county finds a bank's positions as well.
drop index loan_position_of_bank;

create function position_event(day date, due date, balance_fen int8, overdue_fen int8, status text) returns text
language sql stable parallel safe
return '{"from":"' || day || '","due":"' || due || '","balance":"' || yuan(balance_fen)
  || '","overdue":"' || yuan(overdue_fen) || '","status":"' || status || '"}';
