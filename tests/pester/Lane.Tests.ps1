# The script that runs these tests, run on files of its own.
BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    $folder = (New-Item -ItemType Directory TestDrive:/lane).FullName
    "Describe 'A noun' { It 'passes' { 1 | Should -Be 1 } }" > $folder/Passes.Tests.ps1
    "Describe 'A noun' { It 'counts' { 1 | Should -Be 2 } }" > $folder/Fails.Tests.ps1
    "Describe 'A noun' { BeforeAll { throw 'no table' }; It 'counts' { } }" > $folder/SetUp.Tests.ps1
    "Describe 'A noun' {" > $folder/Parse.Tests.ps1

    $script = "$PSScriptRoot/../../src/OmnichannelAdmin.Build/Scripts/Invoke-PesterLane.ps1"
    # The lane is to find the Pester that runs this test, wherever it is.
    $modules = (Get-Item (Get-Module Pester).ModuleBase).Parent.Parent.FullName
    $null = Invoke-NewPowerShell "& '$script' '$modules' '$folder/report.json' '$folder' *> '$folder/log.txt'"
    $report = Get-Content $folder/report.json -Raw | ConvertFrom-Json
}

Describe 'The Pester lane' {
    It 'counts what passed, and each failure that it names' {
        $report.Counts.Passed | Should -Be 1
        $report.Counts.Failed | Should -Be $report.Failures.Count
    }

    It 'names nothing of a file that passed' {
        $report.Failures.Place | Should -Not -Contain 'Passes.Tests.ps1'
    }

    It 'names the file, the test and the reason of a failure' {
        $failure = $report.Failures | Where-Object Place -EQ 'Fails.Tests.ps1'
        $failure.Name | Should -Be 'A noun.counts'
        $failure.Message | Should -Be 'Expected 2, but got 1.'
    }

    It 'names a file that does not parse' {
        $failure = $report.Failures | Where-Object Place -EQ 'Parse.Tests.ps1'
        $failure.Message | Should -BeLike '*Missing closing*'
    }

    It 'names a block whose set-up failed' {
        $failure = $report.Failures | Where-Object { $_.Place -eq 'SetUp.Tests.ps1' -and $_.Name -eq 'A noun' }
        $failure.Message | Should -Be 'no table'
    }
}
