# References to secrets in a configuration: where they are found, and that the secrets themselves show up nowhere.
BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)

    # What a test says is a secret. No output and no file may hold it.
    $word = 's3cret-word'
    $secret = ConvertTo-SecureString $word -AsPlainText -Force

    function New-Document([string] $Reference) {
        @{ authSettings = @(@{
                    name = 'Login'; channelType = 'AppleMessagesForBusiness'; authenticationType = 'OpenIdConnect'
                    clientId = 'contoso'; clientSecret = @{ secret = $Reference }; scope = 'openid'
                    accessTokenUrl = 'https://login.contoso.example.com/token'
                    decryptedTokenUrl = 'https://login.contoso.example.com/me'
                }) }
    }

    # What the sandbox has stored; only its administrator may read a secured column.
    function Get-StoredSecret {
        Invoke-OcRequest 'msdyn_authenticationsettingses?$select=msdyn_authenticationclientsecret' |
            ForEach-Object msdyn_authenticationclientsecret
    }

    # A module that has the name and the command of Microsoft's, and a vault called contoso.
    function Install-VaultModule([string] $Folder) {
        $module = "$Folder/Microsoft.PowerShell.SecretManagement"
        $null = New-Item -ItemType Directory $module
        Set-Content "$module/Microsoft.PowerShell.SecretManagement.psm1" @'
function Get-Secret {
    [CmdletBinding()]
    param([string] $Vault, [string] $Name)
    if ($Vault -ne 'contoso') { Write-Error "The vault '$Vault' is not registered."; return }
    $secret = ConvertTo-SecureString 's3cret-word' -AsPlainText -Force
    switch ($Name) {
        'secure' { $secret }
        'credential' { [pscredential]::new('contoso', $secret) }
        'text' { 's3cret-word' }
        'nothing' { }
        default { Write-Error "The vault '$Vault' has no secret '$Name'." }
    }
}
Export-ModuleMember Get-Secret
'@
        New-ModuleManifest "$module/Microsoft.PowerShell.SecretManagement.psd1" -FunctionsToExport Get-Secret `
            -RootModule Microsoft.PowerShell.SecretManagement.psm1
    }
}

Describe 'A reference to a secret' {
    BeforeEach { $null = Connect-OcEnvironment -Sandbox -JournalPath TestDrive:/changes.jsonl }

    AfterEach {
        Disconnect-OcEnvironment
        Remove-Item Env:OC_SECRET, TestDrive:/* -Recurse -ErrorAction Ignore
    }

    It 'names an environment variable' {
        $env:OC_SECRET = $word
        New-Document env:OC_SECRET | New-OcPlan | Invoke-OcPlan
        Get-StoredSecret | Should -Be $word
    }

    It 'names a file' {
        Set-Content TestDrive:/secret.txt $word
        New-Document "file:$((Get-Item TestDrive:/secret.txt).FullName)" | New-OcPlan | Invoke-OcPlan
        Get-StoredSecret | Should -Be $word
    }

    It 'names a file from where the prompt is' {
        Set-Content TestDrive:/secret.txt $word
        Push-Location TestDrive:/
        try { New-Document file:secret.txt | New-OcPlan | Invoke-OcPlan } finally { Pop-Location }
        Get-StoredSecret | Should -Be $word
    }

    It 'names what -Secret gives, which goes before all other places' {
        $env:OC_SECRET = 'not this'
        New-Document env:OC_SECRET | New-OcPlan | Invoke-OcPlan -Secret @{ 'env:OC_SECRET' = $secret }
        Get-StoredSecret | Should -Be $word
    }

    It 'that leads nowhere (<_>) is an error, and nothing is written' -ForEach @(
        'env:OC_SECRET'
        'file:missing.txt'
        'nowhere'
    ) {
        $plan = New-Document $_ | New-OcPlan
        { $plan | Invoke-OcPlan -ErrorAction Stop } | Should -Throw "*'$_'*" -ErrorId 'SecretNotFound,*'
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'is refused as text in -Secret' {
        $plan = New-Document mine | New-OcPlan
        { $plan | Invoke-OcPlan -Secret @{ mine = 'text' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'SecretNotSecure,*'
    }

    It 'is followed for a record that exists only with -UpdateSecret' {
        $env:OC_SECRET = 'an older word'
        New-Document env:OC_SECRET | New-OcPlan | Invoke-OcPlan
        $env:OC_SECRET = $word
        (New-Document env:OC_SECRET | New-OcPlan).HasChanges | Should -BeFalse
        (New-Document env:OC_SECRET | New-OcPlan -UpdateSecret | Invoke-OcPlan).Updated | Should -Be 1
        Get-StoredSecret | Should -Be $word
    }

    It 'is never compared, nor is the column read' {
        $env:OC_SECRET = $word
        New-Document env:OC_SECRET | New-OcPlan | Invoke-OcPlan
        Clear-OcSandbox
        $env:OC_SECRET = 'another word'
        New-Document env:OC_SECRET | Test-OcConfiguration -Quiet | Should -BeTrue
        $urls = Get-OcSandboxRequest GET | ForEach-Object { [uri]::UnescapeDataString($_.Url) }
        $urls | Where-Object { $_ -match 'select=[^&]*clientsecret' } | Should -BeNullOrEmpty
    }

    It 'is exported for every secured column that is set, and for no other' {
        $key = [System.Security.Cryptography.RSA]::Create(2048)
        $certificate = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
            'CN=merchant.com.contoso', $key, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1).
            CreateSelfSigned([DateTimeOffset]::UnixEpoch, [DateTimeOffset]::UnixEpoch.AddYears(100))
        $null = New-OcPaymentProfile Shop -MerchantName Contoso -MerchantId merchant.com.contoso `
            -Certificate $certificate -CertificatePassword $secret -MerchantDomainUrl https://a.example.com `
            -GatewayUrl https://a.example.com -CountryCode DE -Network Visa -WarningAction Ignore
        New-Document mine | New-OcPlan | Invoke-OcPlan -Secret @{ mine = $secret }
        $null = New-OcAuthSetting Bare -ChannelType LiveChat -PublicKeyUrl https://a.example.com/key `
            -JavaScriptFunction getToken

        Export-OcConfiguration TestDrive:/exported.json
        $exported = Get-Content TestDrive:/exported.json -Raw | ConvertFrom-Json -AsHashtable
        $login = $exported.authSettings | Where-Object { $_.name -eq 'Login' }
        $bare = $exported.authSettings | Where-Object { $_.name -eq 'Bare' }
        $login.clientSecret.secret | Should -Be 'env:OC_AUTHENTICATION_SETTING_LOGIN_CLIENTSECRET'
        $bare.publicKeyUrl | Should -Be 'https://a.example.com/key'
        $bare.Keys | Should -Not -Contain 'clientSecret'
        $merchant = $exported.applePayMerchants[0]
        $merchant.certificateStart.secret | Should -BeLike 'env:OC_*_CERTIFICATESTART'
        $merchant.certificatePassword.secret | Should -BeLike 'env:OC_*_CERTIFICATEPASSWORD'
        $merchant.Keys | Should -Not -Contain 'certificateRest'
        Get-Content TestDrive:/exported.json -Raw | Should -Not -Match $word
    }

    It 'keeps the secret out of every stream, the plan''s file, the journal and errors' {
        $env:OC_SECRET = $word
        $streams = & {
            $plan = New-Document env:OC_SECRET | New-OcPlan -OutFile TestDrive:/plan.json -Verbose -Debug
            $plan | Out-String
            $plan.Changes | ForEach-Object { "$_ $($_.Fields)" }
            $plan | Invoke-OcPlan -WhatIf -Verbose -Debug
            Add-OcSandboxFault -Status 400 -Method POST -Message 'The request is not valid.'
            $plan | Invoke-OcPlan -Verbose -Debug -ErrorAction Continue
            Invoke-OcPlan TestDrive:/plan.json -Verbose -Debug
            Get-OcChange | Format-List *
            Get-OcAuthSetting | Format-List *
            $Error | Select-Object -First 20 | Format-List * -Force
        } *>&1 | Out-String -Width 4000
        Get-StoredSecret | Should -Be $word
        $streams | Should -Not -Match $word
        (Get-Content TestDrive:/plan.json, TestDrive:/changes.jsonl -Raw) -join "`n" | Should -Not -Match $word
    }
}

Describe 'A reference to a vault' {
    BeforeEach {
        $modulePath = $env:PSModulePath
        $env:PSModulePath = (New-Item -ItemType Directory TestDrive:/modules).FullName
        $null = Connect-OcEnvironment -Sandbox
    }

    AfterEach {
        Disconnect-OcEnvironment
        Remove-Module Microsoft.PowerShell.SecretManagement -ErrorAction Ignore
        $env:PSModulePath = $modulePath
        Remove-Item TestDrive:/* -Recurse
    }

    It 'is looked up by Get-Secret of Microsoft.PowerShell.SecretManagement (<_>)' -ForEach @(
        'secure'
        'credential'
        'text'
    ) {
        Install-VaultModule TestDrive:/modules
        New-Document "contoso/$_" | New-OcPlan | Invoke-OcPlan
        Get-StoredSecret | Should -Be $word
    }

    It 'is not looked up by a Get-Secret of somebody else' {
        function Get-Secret { 'somebody else''s' }
        Install-VaultModule TestDrive:/modules
        New-Document contoso/secure | New-OcPlan | Invoke-OcPlan
        Get-StoredSecret | Should -Be $word
    }

    It 'is an error in the vault''s own words when it leads nowhere (<Reference>)' -ForEach @(
        @{ Reference = 'contoso/other'; Words = "*The vault 'contoso' has no secret 'other'.*" }
        @{ Reference = 'fabrikam/secure'; Words = "*The vault 'fabrikam' is not registered.*" }
        @{ Reference = 'contoso/nothing'; Words = "*'contoso/nothing'*" }
    ) {
        Install-VaultModule TestDrive:/modules
        $plan = New-Document $Reference | New-OcPlan
        { $plan | Invoke-OcPlan -ErrorAction Stop } | Should -Throw $Words -ErrorId 'SecretNotFound,*'
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'says that the module is missing where it is' {
        $plan = New-Document contoso/secure | New-OcPlan
        { $plan | Invoke-OcPlan -ErrorAction Stop } |
            Should -Throw '*Microsoft.PowerShell.SecretManagement is not installed*' -ErrorId 'SecretNotFound,*'
    }
}
