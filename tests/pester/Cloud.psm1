# A Dataverse environment and the Entra of its tenant in a process of their own, on this machine's loopback. While it runs,
# every PowerShell that is started from here finds https://contoso.crm4.dynamics.com and https://login.microsoftonline.com
# there, through a proxy that refuses every other host, and trusts its throw-away authority. .NET reads the authority from
# SSL_CERT_FILE on Linux only.

Import-Module "$PSScriptRoot/Shared.psm1"

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

# Writes a certificate with its key, which the cloud's Entra accepts.
function New-SignInCertificate([string] $Path, [string] $Password) {
    $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        'CN=OmnichannelAdmin test', [System.Security.Cryptography.RSA]::Create(2048), 'SHA256',
        [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
    $certificate = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(9))
    [System.IO.File]::WriteAllBytes($Path, $certificate.Export('Pfx', $Password))
}

# The text that gives a script the module, and the variables that ways to sign in speak of.
function Get-SignInPrelude([string] $CertificatePath, [string] $CertificatePassword) {
    "
    `$url = '$($cloud.EnvironmentUrl)'; `$tenantId = '$($cloud.Tenant)'; `$clientId = '$($cloud.ClientId)'
    `$secret = ConvertTo-SecureString '$($cloud.ClientSecret)' -AsPlainText -Force
    `$credential = [pscredential]::new(`$clientId, `$secret)
    `$path = '$CertificatePath'; `$password = ConvertTo-SecureString '$CertificatePassword' -AsPlainText -Force
    `$certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new(`$path, `$password)
    `$federated = '$($cloud.FederatedToken)'; `$token = '$(Get-CloudToken)'
    `$automationEndpoint = '$($cloud.AutomationEndpoint)'; `$automationSecret = '$($cloud.AutomationSecret)'
    `$plainUrl = '$($cloud.PlainUrl)'
    Import-Module '$(Get-ModulePath)'
    "
}

Export-ModuleMember -Function *-*
