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
# what an import costs; the rest of a round is what else the machine was doing. The two take turns, so that a machine
# that grows busy slows both, and no more rounds are run than it takes to see that the limit is kept.
function Measure-ImportOverhead([int] $Rounds, [double] $Limit = 0) {
    $ours = $empty = [double]::MaxValue
    foreach ($round in 1..$Rounds) {
        $empty = [Math]::Min($empty, (Measure-Import (Get-OtherModulePath)))
        $ours = [Math]::Min($ours, (Measure-Import (Get-ModulePath)))
        if ($round -ge 7 -and $ours - $empty -le $Limit) { break }
    }
    $ours - $empty
}

# The folder of the guides.
function Get-GuidePath { "$root/docs/guides" }

# The fenced blocks of a guide that have one of the given marks, in order: the code without its indentation, and the line
# that it begins at.
function Get-GuideBlock([string] $Path, [string[]] $Mark) {
    $text = [System.IO.File]::ReadAllText($Path)
    foreach ($match in [regex]::Matches($text, '(?ms)^(?<indent> *)```(?<mark>[^\r\n`]*)\r?\n(?<code>.*?)^ *```')) {
        if ($match.Groups['mark'].Value.Trim() -notin $Mark) { continue }
        $indent = $match.Groups['indent'].Length
        [pscustomobject]@{
            Line = ($text.Substring(0, $match.Index) -split "`n").Count
            Code = [regex]::Replace($match.Groups['code'].Value, "(?m)^ {0,$indent}", '')
        }
    }
}

# The commands that a guide's blocks call, with the parameters that they name.
function Get-GuideCommand([Parameter(ValueFromPipeline)] $Block) {
    process {
        $ast = [System.Management.Automation.Language.Parser]::ParseInput($Block.Code, [ref] $null, [ref] $null)
        foreach ($command in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
            if (-not $command.GetCommandName()) { continue }
            [pscustomobject]@{
                Name       = $command.GetCommandName()
                Parameters = @($command.CommandElements |
                        Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } |
                        ForEach-Object ParameterName)
            }
        }
    }
}

Export-ModuleMember -Function *-*
