# What the Pester tests share. Each test file begins with: Import-Module "$PSScriptRoot/Shared.psm1" -Force

$root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$otherModule = "$root/tests/OmnichannelAdmin.OtherModule/bin/Release/net8.0"

# The packed module, as users get it.
function Get-ModulePath { "$root/out/OmnichannelAdmin" }

# A binary module with one empty cmdlet.
function Get-OtherModulePath { "$otherModule/OmnichannelAdmin.OtherModule.dll" }

# An assembly that has the name of one of ours, a higher version, and nothing in it.
function Get-NamesakePath([string] $Name) { "$otherModule/libraries/$Name.dll" }

# Runs text in a PowerShell of its own, since assemblies never leave a process, and answers with the lines that it
# wrote. Throws its error text when it wrote an error.
function Invoke-NewPowerShell([string] $Script) {
    $engine = (Get-Process -Id $PID).Path
    # PowerShell as a .NET tool is run by dotnet, and has no program of its own.
    $leading = if ([System.IO.Path]::GetFileNameWithoutExtension($engine) -eq 'dotnet') { "$PSHOME/pwsh.dll" }
    $output = & $engine @leading -NoProfile -NonInteractive -OutputFormat Text -Command $Script 2>&1
    $errors = @($output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    if ($errors) { throw ($errors -join "`n") }
    $output
}

# The milliseconds that an import takes in a PowerShell of its own.
function Measure-Import([string] $Module) {
    [double](Invoke-NewPowerShell "
        `$watch = [System.Diagnostics.Stopwatch]::StartNew()
        Import-Module '$Module'
        `$watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)")
}

# How many milliseconds the import of our module takes more than that of the empty one. The least of several rounds is
# what an import costs; the rest of a round is what else the machine was doing.
function Measure-ImportOverhead([int] $Rounds) {
    $ours, $empty = (Get-ModulePath), (Get-OtherModulePath) | ForEach-Object {
        $module = $_
        (1..$Rounds | ForEach-Object { Measure-Import $module } | Measure-Object -Minimum).Minimum
    }
    $ours - $empty
}

Export-ModuleMember -Function *-*
