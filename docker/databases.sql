-- Run once by the image of PostgreSQL, when its volume is empty: for each subgraph a database, a role that owns and
-- migrates it, and a role that only serves. Passwords come from the environment; without one of them this stops.

\getenv password COMMUNITY_OWNER_PASSWORD
create role community_owner login password :'password';
\unset password
\getenv password COMMUNITY_SERVER_PASSWORD
create role community_server login password :'password';
create database community owner community_owner;
revoke all on database community from public;

\unset password
\getenv password CATALOGUE_OWNER_PASSWORD
create role catalogue_owner login password :'password';
\unset password
\getenv password CATALOGUE_SERVER_PASSWORD
create role catalogue_server login password :'password';
create database catalogue owner catalogue_owner;
revoke all on database catalogue from public;

\unset password
\getenv password INFOSEC_OWNER_PASSWORD
create role infosec_owner login password :'password';
\unset password
\getenv password INFOSEC_SERVER_PASSWORD
create role infosec_server login password :'password';
create database infosec owner infosec_owner;
revoke all on database infosec from public;

revoke connect on database postgres, template1 from public;
