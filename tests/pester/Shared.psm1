# What the Pester tests share. Each test file begins with: Import-Module "$PSScriptRoot/Shared.psm1" -Force

$root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$otherModule = "$root/tests/OmnichannelAdmin.OtherModule/bin/Release/net8.0"

# The packed module, as users get it.
function Get-ModulePath { "$root/out/OmnichannelAdmin" }

# Lets jobs find the module by its name, as they do where it is installed.
function Add-ModulePath {
    $folder = [System.IO.Path]::GetDirectoryName((Get-ModulePath))
    $env:PSModulePath = $folder + [System.IO.Path]::PathSeparator + $env:PSModulePath
}

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

# What a job wrote, once it has ended. Receive-Job -Wait -AutoRemoveJob can meet a job that is still ending.
function Complete-Job([Parameter(ValueFromPipeline)] $Job) {
    process {
        $null = $Job | Wait-Job -Timeout 120
        $Job | Receive-Job
        $Job | Remove-Job -Force
    }
}

# Receives activities in a runspace of its own, and answers with the job once it listens.
function Start-Receiver([hashtable] $Parameters = @{}) {
    $module = Get-ModulePath
    $job = Start-ThreadJob {
        Import-Module $using:module
        Receive-OcActivity -Port 0 -TimeoutSeconds 120 @using:Parameters
    }
    while (-not $job.Information -and $job.State -in 'NotStarted', 'Running') { Start-Sleep -Milliseconds 50 }
    if (-not $job.Information) { throw "Nothing listens: $($job | Complete-Job 2>&1)" }
    $job
}

# The port that a job of Start-Receiver listens on.
function Get-ReceiverPort($Job) { $Job.Information[0].MessageData.Port }

# A certificate authority that nobody trusts unless told to.
function New-Authority {
    $request = New-CertificateRequest 'CN=Throw-away authority' ([System.Security.Cryptography.RSA]::Create(2048))
    $request.CertificateExtensions.Add(
        [System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension]::new($true, $false, 0, $true))
    $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-60), [DateTimeOffset]::UtcNow.AddDays(120))
}

# A certificate for localhost with its key, of an authority or else signed by itself.
function New-ServerCertificate([int] $DaysLeft = 90, $Authority) {
    $key = [System.Security.Cryptography.RSA]::Create(2048)
    $request = New-CertificateRequest 'CN=localhost' $key
    $names = [System.Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
    $names.AddDnsName('localhost')
    $request.CertificateExtensions.Add($names.Build())
    $from = [DateTimeOffset]::UtcNow.AddDays(-9)
    $until = [DateTimeOffset]::UtcNow.AddDays($DaysLeft)
    if (-not $Authority) { return $request.CreateSelfSigned($from, $until) }
    $certificate = $request.Create($Authority, $from, $until, [byte[]](1, 2, 3, 4))
    [System.Security.Cryptography.X509Certificates.RSACertificateExtensions]::CopyWithPrivateKey($certificate, $key)
}

function New-CertificateRequest([string] $Subject, $Key) {
    [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        $Subject, $Key, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
}

# The milliseconds that an import takes in a PowerShell of its own: of the time that passed and the processor time that
# it took, the smaller one, since what else the machine was doing lengthens the first and not the second.
function Measure-Import([string] $Module) {
    [double](Invoke-NewPowerShell "
        `$process = [System.Diagnostics.Process]::GetCurrentProcess()
        `$before = `$process.TotalProcessorTime
        `$watch = [System.Diagnostics.Stopwatch]::StartNew()
        Import-Module '$Module'
        `$passed = `$watch.Elapsed
        `$process.Refresh()
        `$took = `$process.TotalProcessorTime - `$before
        [Math]::Min(`$passed.TotalMilliseconds, `$took.TotalMilliseconds).ToString([cultureinfo]::InvariantCulture)")
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

# The fenced blocks of a guide that have one of the given marks, with wildcards, in order: the code without its
# indentation, and the line that it begins at.
function Get-GuideBlock([string] $Path, [string[]] $Mark) {
    $text = [System.IO.File]::ReadAllText($Path)
    foreach ($match in [regex]::Matches($text, '(?ms)^(?<indent> *)```(?<mark>[^\r\n`]*)\r?\n(?<code>.*?)^ *```')) {
        $found = $match.Groups['mark'].Value.Trim()
        if (-not $Mark.Where({ $found -like $_ })) { continue }
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

# Where the client of another vendor is installed.
function Get-ForeignClientPath { "$root/out/foreign-client" }

# Installs the client of another vendor, and answers with the reason when that cannot be done.
function Install-ForeignClient {
    if ((Get-Command node, npm -ErrorAction Ignore).Count -lt 2) { return 'Node.js and npm are not on PATH' }

    $null = New-Item (Get-ForeignClientPath) -ItemType Directory -Force
    Copy-Item "$root/tests/foreign-client/*" (Get-ForeignClientPath) -Force
    $null = npm ci --prefix (Get-ForeignClientPath) --ignore-scripts --no-audit --no-fund --fetch-retries 0 2>&1
    if ($LASTEXITCODE) { 'npm could not install it' }
}

# Whether a process can be told to trust the cloud's authority, and says what is left out where it cannot.
function Test-CloudTrust([string] $What) {
    if ($IsLinux) { return $true }
    Write-Host "Left out: $What, because only on Linux a process takes another authority from SSL_CERT_FILE."
    $false
}

Export-ModuleMember -Function *-*
