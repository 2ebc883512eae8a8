-- A city may replace the shipped caps by a file of its folder (docs/decisions/0017).
grant insert, delete on subsidy_policy to ${app};
