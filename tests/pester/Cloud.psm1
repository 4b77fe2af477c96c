# A Dataverse environment and the Entra of its tenant in a process of their own, on this machine's loopback. While it runs,
# every PowerShell that is started from here finds https://contoso.crm4.dynamics.com and https://login.microsoftonline.com
# there, through a proxy that refuses every other host, and trusts its throw-away authority. .NET reads the authority from
# SSL_CERT_FILE on Linux only.

$program = "$PSScriptRoot/../OmnichannelAdmin.TestCloud/bin/Release/net8.0/OmnichannelAdmin.TestCloud.dll"
$process = $null

# Starts the cloud and answers with what there is to know about it.
function Start-Cloud {
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.ArgumentList.Add([System.IO.Path]::GetFullPath($program))
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $script:process = [System.Diagnostics.Process]::Start($start)
    $script:cloud = $process.StandardOutput.ReadLine() | ConvertFrom-Json
    $env:HTTPS_PROXY = $cloud.Proxy
    $env:SSL_CERT_FILE = $cloud.AuthorityPath
    $cloud
}

function Stop-Cloud {
    Remove-Item Env:HTTPS_PROXY, Env:SSL_CERT_FILE -ErrorAction Ignore
    $process.StandardInput.Close()
    $process.WaitForExit()
}

# The requests that reached the cloud so far, oldest first.
function Get-CloudRequest { Invoke-RestMethod "$($cloud.PlainUrl)test/requests" -NoProxy | Write-Output }

# The hosts that were asked for and are none of the cloud's.
function Get-CloudRefusedHost { Invoke-RestMethod "$($cloud.PlainUrl)test/refused-hosts" -NoProxy | Write-Output }

# A token that the environment accepts.
function Get-CloudToken { Invoke-RestMethod "$($cloud.PlainUrl)test/token" -NoProxy }

# Makes the environment say something else about where to sign in.
function Set-CloudChallenge([string] $Challenge) {
    $null = Invoke-RestMethod "$($cloud.PlainUrl)test/challenge" -Method Post -Body $Challenge -ContentType text/plain -NoProxy
}

Export-ModuleMember -Function *-*
