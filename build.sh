#!/usr/bin/env bash
# ./build.sh [tour | build | test | bench | pack | help | clean]; without a word: tour. The project does the work.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if ! command -v dotnet >/dev/null; then
    echo "The .NET SDK 10 is needed and 'dotnet' is not on PATH: https://dotnet.microsoft.com/download" >&2
    exit 1
fi
cd "$(dirname "${BASH_SOURCE[0]}")"
exec dotnet run --project src/OmnichannelAdmin.Build -- "$@"
