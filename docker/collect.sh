#!/bin/sh
# Puts what a built service reads at run time into a folder: its compiled code and its data, and those of shared.
# collect.sh SERVICE FOLDER, from the top folder.
set -eu
service=$1
out=$2

case $service in
gateway) folder=gateway ;;
community | catalogue | infosec) folder=subgraphs/$service ;;
*)
  echo "SERVICE is \"$service\": expected gateway, community, catalogue or infosec." >&2
  exit 1
  ;;
esac

for package in shared "$folder"; do
  mkdir -p "$out/$package"
  for path in "$package"/*; do
    case ${path##*/} in
    src | test | bin | node_modules | tsconfig* | package.json | schema.graphql) ;;
    *) cp -R "$path" "$out/$package/" ;;
    esac
  done
done
test -f "$out/$folder/dist/main.js"

# Types and source maps are for people who write the code.
find "$out" \( -name '*.d.ts' -o -name '*.map' \) -type f -delete
ln -s "$folder" "$out/service"
