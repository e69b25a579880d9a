#!/bin/sh
# Prints the secrets that compose.yml asks for, each made by chance:
#   (umask 077; sh docker/new-secrets.sh > docker/.env)
set -eu

for name in POSTGRES_PASSWORD \
  COMMUNITY_OWNER_PASSWORD COMMUNITY_SERVER_PASSWORD \
  CATALOGUE_OWNER_PASSWORD CATALOGUE_SERVER_PASSWORD \
  INFOSEC_OWNER_PASSWORD INFOSEC_SERVER_PASSWORD \
  GATEWAY_SECRET KEY_SECRET; do
  # Hexadecimal, so that they can stand in URLs.
  printf '%s=%s\n' "$name" "$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')"
done
