create table note (id int8 primary key generated always as identity, county text not null, text text not null);
grant select, insert on note to ${app};
