-- Of a whole file's people few have anything to be told of besides their spells: who they are, wherever they live.
create function people_with_facts() returns table (person_id text)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select trainee.person_id from trainee
  union all
  select business.person_id from business
  union all
  select workshop_post.person_id from workshop_post;
end;

revoke execute on function people_with_facts() from public;
grant execute on function people_with_facts() to ${app};
