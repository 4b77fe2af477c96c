# Runs a guide as a reader does who has an environment: all of its blocks, in order and word for word, but for the one
# that opens a sandbox instead. What the reader would have is stood in for: the environment and its Entra by the cloud
# of Cloud.psm1, the answers to Read-Host, a webhook at a loopback address. Writes as JSON what came of it.
param([string] $Path, [string] $CloudAsJson, [string] $Token)

$ErrorActionPreference = 'Stop'
$ConfirmPreference = 'None'
$WarningPreference = 'SilentlyContinue'
Import-Module "$PSScriptRoot/Shared.psm1"
Import-Module (Get-ModulePath)
$cloud = $CloudAsJson | ConvertFrom-Json
$folder = New-Item -ItemType Directory "$([System.IO.Path]::GetTempPath())/$([guid]::NewGuid())"

$answers = @{
    'Access token'                = $Token
    'Client secret'               = $cloud.ChannelSecret
    'Password of the certificate' = 'the-password'
}
function Read-Host([string] $Prompt, [switch] $AsSecureString) {
    if (-not $AsSecureString) { throw "The guide asks for '$Prompt' in clear text." }
    ConvertTo-SecureString $answers[$Prompt] -AsPlainText -Force
}

$authority = New-Authority
$listener = Start-Receiver @{
    AppId       = $cloud.ChannelAppId
    TenantId    = $cloud.Tenant
    Certificate = New-ServerCertificate -Authority $authority
}
$address = "https://localhost:$(Get-ReceiverPort $listener)"
$PSDefaultParameterValues = @{
    'Test-Oc*:TrustedRoot'             = $authority
    'Get-OcMessagingToken:OutVariable' = 'seenToken'
    'Test-OcWebhook:OutVariable'       = 'seenWebhook'
    'Test-OcCustomChannel:OutVariable' = 'seenChannel'
    'Receive-Job:OutVariable'          = 'seenActivity'
}

Add-ModulePath
# What the guide reads from a file is at the current location.
[System.IO.File]::WriteAllBytes("$folder/merchant.p12", (New-ServerCertificate).Export('Pkcs12', 'the-password'))
Push-Location $folder
try {
    foreach ($block in Get-GuideBlock $Path 'powershell', 'powershell online') {
        if ($block.Code.Trim() -eq 'Connect-OcEnvironment -Sandbox') { continue }
        $published = $webhook
        if ($block.Code -like 'Test-OcWebhook *') { $webhook = $address }
        if ($block.Code -like 'Test-OcCustomChannel *') {
            Set-OcCustomChannel 'Contoso web' -WebhookUrl $address -Force
        }
        try { $null = . ([scriptblock]::Create($block.Code)) }
        catch { throw "Line $($block.Line) of $($Path): $_" }
        if ($block.Code -like 'Test-OcWebhook *') { $webhook = $published }
    }
    [pscustomobject]@{
        Environment = "$((Get-OcConnection -Default).Environment)"
        Scope       = Get-OcMessagingScope
        Token       = $seenToken | Select-Object Scope, Audience, AppId, TenantId, ExpiresOn
        AccessToken = "$($seenToken | ForEach-Object AccessToken)"
        Webhook     = $seenWebhook | Select-Object Subject, Passed, Checks
        Channel     = $seenChannel | Select-Object Subject, Passed, Checks
        Received    = $seenActivity | Select-Object EventName, Text
        Profiles    = Get-OcPaymentProfile | Select-Object Name, CertificateFileName
    } | ConvertTo-Json -Depth 4 -EnumsAsStrings -Compress
}
finally {
    Pop-Location
    Remove-Item $folder -Recurse
    $listener | Stop-Job -PassThru | Remove-Job
}
