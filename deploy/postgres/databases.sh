#!/bin/bash
# A database and a role for each service, once, when the data folder is new; no role sees another's database.
set -euo pipefail

for service in intake dispatch volunteer feedback; do
    psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres \
        --set=service="$service" --set=password="$NUANXIN_DATABASE_PASSWORD" <<'SQL'
create role :"service" login password :'password';
create database :"service" owner :"service";
revoke all on database :"service" from public;
SQL
done
