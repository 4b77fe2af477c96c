# ./build.ps1 [tour | build | test | bench | pack | help | clean]; without a word: tour. The project does the work.
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) {
    Write-Error "The .NET SDK 10 is needed and 'dotnet' is not on PATH: https://dotnet.microsoft.com/download"
    exit 1
}
Push-Location $PSScriptRoot
try { dotnet run --project src/OmnichannelAdmin.Build -- $args } finally { Pop-Location }
exit $LASTEXITCODE
