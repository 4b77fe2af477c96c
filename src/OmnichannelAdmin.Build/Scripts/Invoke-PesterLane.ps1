# Runs tests/pester and writes the counts for the build program, which adds them to those of the xunit lane.
param(
    [Parameter(Mandatory)] [string] $ModuleFolder,
    [Parameter(Mandatory)] [string] $ReportPath
)
$ErrorActionPreference = 'Stop'

. "$PSScriptRoot/Find-Pester.ps1"
Find-Pester $ModuleFolder | Import-Module

$configuration = New-PesterConfiguration
$configuration.Run.Path = "$PSScriptRoot/../../../tests/pester"
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.TestRegistry.Enabled = $false
$result = Invoke-Pester -Configuration $configuration

# A file that does not parse and a BeforeAll that throws run no test, and are failures all the same.
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
@{
    Passed  = $result.PassedCount
    Failed  = $failed
    Skipped = $result.SkippedCount + $result.NotRunCount
} | ConvertTo-Json | Set-Content $ReportPath
