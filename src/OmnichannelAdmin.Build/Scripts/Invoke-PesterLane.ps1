# Runs tests/pester and writes counts and failures for the build program, which adds them to those of the xunit lane.
param(
    [Parameter(Mandatory)] [string] $ModuleFolder,
    [Parameter(Mandatory)] [string] $ReportPath,
    [string] $Path = "$PSScriptRoot/../../../tests/pester"
)
$ErrorActionPreference = 'Stop'

function New-Failure([string] $File, [string] $Name, [object[]] $ErrorRecord) {
    @{
        Place   = Split-Path $File -Leaf
        Name    = $Name
        Message = $ErrorRecord.Exception.Message -join "`n"
    }
}

. "$PSScriptRoot/Find-Pester.ps1"
Find-Pester $ModuleFolder | Import-Module

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.TestRegistry.Enabled = $false
$result = Invoke-Pester -Configuration $configuration

# A file that does not parse and a BeforeAll that throws run no test, and are failures all the same.
$failures = @(
    foreach ($test in $result.Failed) {
        New-Failure $test.Block.BlockContainer.Item $test.ExpandedPath $test.ErrorRecord
    }
    foreach ($block in $result.FailedBlocks) {
        New-Failure $block.BlockContainer.Item $block.ExpandedPath $block.ErrorRecord
    }
    foreach ($container in $result.FailedContainers) { New-Failure $container.Item '' $container.ErrorRecord }
)
@{
    Counts   = @{
        Passed  = $result.PassedCount
        Failed  = $failures.Count
        Skipped = $result.SkippedCount + $result.NotRunCount
    }
    Failures = $failures
} | ConvertTo-Json -Depth 4 | Set-Content $ReportPath
