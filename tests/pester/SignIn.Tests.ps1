BeforeDiscovery {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    $ways = @(
        @{ Way = 'ClientSecret'; Script = 'Connect-OcEnvironment $url -ClientId $clientId -ClientSecret $secret' }
        @{ Way = 'Credential'; Script = 'Connect-OcEnvironment $url -TenantId $tenantId -Credential $credential' }
        @{ Way = 'Certificate'; Script = 'Connect-OcEnvironment $url -ClientId $clientId -Certificate $certificate' }
        @{
            Way    = 'CertificatePath'
            Script = 'Connect-OcEnvironment $url -ClientId $clientId -CertificatePath $path -CertificatePassword $password'
        }
        @{ Way = 'FederatedToken'; Script = 'Connect-OcEnvironment $url -ClientId $clientId -FederatedToken $federated' }
        @{ Way = 'FederatedToken'; Script = 'Connect-OcEnvironment $url -ClientId $clientId -FederatedToken { $federated }' }
        @{ Way = 'AccessToken'; Script = 'Connect-OcEnvironment $url -AccessToken $token' }
        @{ Way = 'AccessToken'; Script = 'Connect-OcEnvironment $url -AccessToken { $token }' }
        @{
            Way    = 'AccessToken'
            Script = 'Connect-OcEnvironment $url -AccessToken (ConvertTo-SecureString $token -AsPlainText -Force)'
        }
        @{ Way = 'DeviceCode'; Script = 'Connect-OcEnvironment $url -ClientId $clientId -DeviceCode 3> $null' }
        @{
            Way    = 'ManagedIdentity'
            Script = '
                $env:AZUREPS_HOST_ENVIRONMENT = "AzureAutomation"
                $env:IDENTITY_ENDPOINT = $automationEndpoint
                $env:IDENTITY_HEADER = $automationSecret
                Connect-OcEnvironment $url -ManagedIdentity'
        }
        @{
            Way    = 'ManagedIdentity'
            Script = '
                $env:AZURE_POD_IDENTITY_AUTHORITY_HOST = $plainUrl.TrimEnd("/")
                Connect-OcEnvironment $url -ManagedIdentity -ClientId $clientId'
        }
        @{
            Way    = 'EnvironmentVariables (AZURE_CLIENT_SECRET)'
            Script = '
                $env:AZURE_CLIENT_ID = $clientId
                $env:AZURE_CLIENT_SECRET = [System.Net.NetworkCredential]::new("", $secret).Password
                Connect-OcEnvironment $url -EnvironmentVariables'
        }
    )
}

if (-not (Test-CloudTrust 'signing in')) { return }

Describe 'Signing in' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Shared.psm1" -Force
        Import-Module "$PSScriptRoot/Cloud.psm1" -Force
        $cloud = Start-Cloud
        New-SignInCertificate "$TestDrive/sign-in.pfx" 'the-pfx-password'
        $prelude = Get-SignInPrelude "$TestDrive/sign-in.pfx" 'the-pfx-password'

        # What must never be seen; tokens and assertions are JSON Web Tokens, which all begin with eyJ.
        $secrets = $cloud.ClientSecret, $cloud.FederatedToken, $cloud.AutomationSecret, 'the-pfx-password', 'eyJ'
    }

    AfterAll { Stop-Cloud }

    It 'works as <Way>: <Script>' -ForEach $ways {
        Invoke-NewPowerShell "$prelude
            `$null = . { $Script }
            (Get-OcConnection -Default).SignIn
            @(Get-OcCustomChannel).Count" | Should -Be $Way, 0
    }

    It 'shows no secret in any stream, error or file, whatever happens: <Way>: <Script>' -ForEach $ways {
        $everything = Invoke-NewPowerShell "$prelude
            `$VerbosePreference = `$DebugPreference = 'Continue'
            & {
                . { $Script }
                Get-OcConnection | Format-List *
                Get-OcConnection | Export-Clixml '$TestDrive/connection.xml'
                Get-OcConnection | ConvertTo-Json -Depth 9 -WarningAction Ignore
                Test-OcEnvironment | ConvertTo-Json -Depth 9
                Invoke-OcRequest no_such_table -ErrorAction SilentlyContinue
                Disconnect-OcEnvironment
            } *>&1 | Out-String -Width 400
            `$Error | ForEach-Object { `$_ | Format-List * -Force; `$_.Exception | Format-List * -Force } | Out-String -Width 400
            Get-Content '$TestDrive/connection.xml' -Raw" | Out-String

        $everything | Should -Match 'WhoAmI'
        foreach ($text in $secrets) { $everything.Contains($text) | Should -BeFalse }
    }

    It 'that fails shows no secret either' {
        $everything = Invoke-NewPowerShell "$prelude
            `$wrong = ConvertTo-SecureString 'a-wrong-but-secret-secret' -AsPlainText -Force
            & {
                try { Connect-OcEnvironment `$url -ClientId `$clientId -ClientSecret `$wrong -Verbose -Debug } catch { `$_ }
                Get-OcConnection -Default
            } *>&1 | Out-String -Width 400
            `$Error | ForEach-Object { `$_ | Format-List * -Force; `$_.Exception | Format-List * -Force } | Out-String -Width 400
            `$Error[0].FullyQualifiedErrorId" | Out-String

        $everything | Should -Match 'ClientSecretWrong,'
        $everything | Should -Not -Match 'a-wrong-but-secret-secret'
    }

    It 'sends no credential to an environment that is hostile: <_>' -ForEach @(
        'Bearer authorization_uri=https://login.evil.example/x/oauth2/authorize'
        'Bearer authorization_uri=http://login.microsoftonline.com/x/oauth2/authorize'
        'Bearer authorization_uri=https://login.microsoftonline.com/x/oauth2/authorize, resource_id=https://graph.microsoft.com'
    ) {
        $usual = "Bearer authorization_uri=https://login.microsoftonline.com/$($cloud.Tenant)/oauth2/authorize"
        $before = @(Get-CloudRequest).Count
        Set-CloudChallenge $_
        try {
            $id = Invoke-NewPowerShell "$prelude
                try { Connect-OcEnvironment `$url -ClientId `$clientId -ClientSecret `$secret } catch { `$_.FullyQualifiedErrorId }"
        }
        finally {
            Set-CloudChallenge $usual
        }

        $id | Should -BeLike 'Challenge*,*'
        $sent = @(Get-CloudRequest | Select-Object -Skip $before)
        $sent | Should -HaveCount 1
        $sent[0].Headers.PSObject.Properties.Name | Should -Not -Contain 'Authorization'
        $sent[0] | ConvertTo-Json -Depth 5 | Should -Not -Match ([regex]::Escape($cloud.ClientSecret))
    }

    It 'works in a process that already holds another Microsoft.Identity.Client, Polly and Newtonsoft.Json' {
        Invoke-NewPowerShell "
            `$null = [System.Reflection.Assembly]::LoadFrom('$(Get-NamesakePath Microsoft.Identity.Client)')
            `$null = [System.Reflection.Assembly]::LoadFrom('$(Get-NamesakePath Polly.Core)')
            `$null = [Newtonsoft.Json.JsonConvert]::SerializeObject(1)
            $prelude
            `$null = Connect-OcEnvironment `$url -ClientId `$clientId -ClientSecret `$secret
            @(Get-OcCustomChannel).Count
            (Test-OcEnvironment).Passed" | Should -Be 0, True
    }

    It 'asks no host but the environment and its Entra' {
        Get-CloudRefusedHost | Should -BeNullOrEmpty
    }
}
