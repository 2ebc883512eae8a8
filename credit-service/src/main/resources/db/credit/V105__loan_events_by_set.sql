-- A feed that brings much is published as a set, by plans made for what it has just brought.
drop function loan_event(loan);

-- positions: JSON objects parted by commas, oldest first.
create function loan_event(l loan, positions text) returns text
language sql stable parallel safe
return '{"loanId":"' || l.id
  || '","version":' || l.version
  || ',"bank":"' || l.bank
  || '","householdId":"' || l.household_id
  || '","residence":' || coalesce(l.residence::text, '[{"county":"' || l.county || '"}]')
  || ',"issued":{"date":"' || l.issued_on || '","amount":"' || yuan(l.issued_fen)
  || '"},"positions":[' || coalesce(positions, '')
  || '],"businessDate":"' || l.business_date
  || '","recordedAt":"' || instant_text(l.recorded_at) || '"}';

grant maintain on loan, loan_position, household to ${app};
