BeforeDiscovery {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    $lines = Get-Content "$PSScriptRoot/../../docs/guides/signing-in.md"
    $examples = @()
    $code = $null
    foreach ($line in $lines) {
        if ($line -eq '```powershell') { $code = @() }
        elseif ($line -eq '```' -and $null -ne $code) {
            if (-not $isExempt) { $examples += @{ Code = $code -join "`n" } }
            $code = $null
        }
        elseif ($null -ne $code) { $code += $line }
        # A comment right above an example says why it cannot run.
        if ($null -eq $code) { $isExempt = $line -like '<!-- not run: *-->' }
    }
}

if (-not (Test-CloudTrust 'the guide on signing in')) { return }

Describe 'The guide on signing in' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Shared.psm1" -Force
        Import-Module "$PSScriptRoot/Cloud.psm1" -Force
        $cloud = Start-Cloud
        New-SignInCertificate "$TestDrive/sign-in.pfx" 'the-pfx-password'
        Set-Content "$TestDrive/token" $cloud.FederatedToken

        # What the examples take for granted: their variables, and the commands of Azure.
        $prelude = (Get-SignInPrelude "$TestDrive/sign-in.pfx" 'the-pfx-password') + "
            `$tokenFile = '$TestDrive/token'
            `$env:AZURE_CLIENT_ID = `$clientId
            `$env:AZURE_FEDERATED_TOKEN_FILE = `$tokenFile
            `$env:AZURE_POD_IDENTITY_AUTHORITY_HOST = `$plainUrl.TrimEnd('/')
            function Get-AutomationCertificate { `$certificate }
            function Get-AutomationPSCredential { `$credential }
            function Get-AzAccessToken { [pscustomobject]@{ Token = ConvertTo-SecureString `$token -AsPlainText -Force } }
            `$store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
            "
    }

    AfterAll { Stop-Cloud }

    It 'holds <Count> examples that can run' -ForEach @{ Count = $examples.Count } { $Count | Should -BeGreaterThan 9 }

    It 'has an example that works: <Code>' -ForEach $examples {
        $keep = if ($Code -like '*Thumbprint*') { "`$store.Open('ReadWrite'); `$store.Add(`$certificate)" }
        $forget = if ($Code -like '*Thumbprint*') { "`$store.Remove(`$certificate)" }
        { Invoke-NewPowerShell "$prelude
            $keep
            try {
                . { $Code } 3> `$null | Out-Null
                if ('$($Code -replace "'", "''")' -notlike '*Disconnect*') { `$null = Invoke-OcRequest WhoAmI }
            }
            finally { $forget }" } | Should -Not -Throw
    }
}
