BeforeDiscovery {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
    # These post to a webhook, which Messaging.Tests.ps1 looks at, or write a file, and write nothing to the environment.
    $elsewhere = 'Export-OcConfiguration', 'Send-OcActivity', 'Test-OcCustomChannel', 'Test-OcWebhook'
    $writing = @(Get-Command -Module OmnichannelAdmin | Where-Object { $_.Parameters.ContainsKey('WhatIf') -and $_.Name -notin $elsewhere } | ForEach-Object Name)
}

BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)

    $WarningPreference = 'SilentlyContinue'
    $secret = ConvertTo-SecureString 's3cret-word' -AsPlainText -Force
    $signIn = @{ receivedmessage = 'Please sign in'; replymessage = 'Thanks' }
    $key = [System.Security.Cryptography.RSA]::Create(2048)
    $certificate = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        'CN=merchant.com.contoso', $key, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1).
        CreateSelfSigned([DateTimeOffset]::UnixEpoch, [DateTimeOffset]::UnixEpoch.AddYears(100))

    function New-Profile([string] $Name, [switch] $WhatIf, [switch] $PassThru, [switch] $Confirm) {
        New-OcPaymentProfile $Name -MerchantName Contoso -MerchantId merchant.com.contoso -Certificate $certificate -CertificatePassword $secret `
            -MerchantDomainUrl https://shop.contoso.example.com -GatewayUrl https://pay.contoso.example.com -CountryCode DE -Network Visa `
            -WhatIf:$WhatIf -PassThru:$PassThru -Confirm:$Confirm
    }

    # How each command that supports -WhatIf is called here. A command that is missing from this table fails the test.
    $calls = @{
        'Add-OcWorkstreamChannel'         = { param($common) Add-OcWorkstreamChannel 'Messaging workstream' Contoso -Language en-US @common }
        'Disable-OcWebhookAuthentication' = { param($common) Disable-OcWebhookAuthentication Fabrikam @common }
        'Enable-OcWebhookAuthentication'  = { param($common) Enable-OcWebhookAuthentication Contoso @common }
        'Invoke-OcPlan'                   = { param($common) $plan | Invoke-OcPlan @common }
        'Invoke-OcRequest'                = { param($common) Invoke-OcRequest 'msdyn_oclanguages' -Method POST -Body @{ msdyn_languagename = 'x' } @common }
        'New-OcAppleAccount'              = { param($common) New-OcAppleAccount New a884eddf-0000-4000-8000-000000000001 @common }
        'New-OcAuthSetting'               = { param($common) New-OcAuthSetting New -ClientId contoso -ClientSecret $secret -Scope openid -DecryptedTokenUrl https://login.contoso.example.com @common }
        'New-OcAutomatedMessage'          = { param($common) New-OcAutomatedMessage Greeting Hello Fabrikam @common }
        'New-OcContextVariable'           = { param($common) New-OcContextVariable New 'Messaging workstream' Text @common }
        'New-OcCustomChannel'             = { param($common) New-OcCustomChannel New -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com @common }
        'New-OcPaymentProfile'            = { param($common) New-Profile New @common }
        'New-OcQuickReply'                = { param($common) New-OcQuickReply New Hello -Tag new @common }
        'New-OcRichMessage'               = { param($common) New-OcRichMessage New Authentication -Content $signIn @common }
        'New-OcWorkstream'                = { param($common) New-OcWorkstream New Custom @common }
        'Remove-OcAppleAccount'           = { param($common) Remove-OcAppleAccount 'Contoso Apple' @common }
        'Remove-OcAuthSetting'            = { param($common) Remove-OcAuthSetting Contoso @common }
        'Remove-OcAutomatedMessage'       = { param($common) Remove-OcAutomatedMessage Hello @common }
        'Remove-OcContextVariable'        = { param($common) Remove-OcContextVariable Order @common }
        'Remove-OcCustomChannel'          = { param($common) Remove-OcCustomChannel Contoso @common }
        'Remove-OcPaymentProfile'         = { param($common) Remove-OcPaymentProfile Contoso @common }
        'Remove-OcQuickReply'             = { param($common) Remove-OcQuickReply Greeting @common }
        'Remove-OcRichMessage'            = { param($common) Remove-OcRichMessage Farewell @common }
        'Remove-OcWorkstream'             = { param($common) Remove-OcWorkstream Apple @common }
        'Remove-OcWorkstreamChannel'      = { param($common) Remove-OcWorkstreamChannel Fabrikam @common }
        'Set-OcAppleAccount'              = { param($common) Set-OcAppleAccount 'Contoso Apple' -Name Renamed @common }
        'Set-OcAuthSetting'               = { param($common) Set-OcAuthSetting Contoso -Name Renamed @common }
        'Set-OcAutomatedMessage'          = { param($common) Set-OcAutomatedMessage Hello -Message Hi @common }
        'Set-OcContextVariable'           = { param($common) Set-OcContextVariable Order -DisplayName 'The order' @common }
        'Set-OcCustomChannel'             = { param($common) Set-OcCustomChannel Contoso -Name Fabrikam @common }
        'Set-OcPaymentProfile'            = { param($common) Set-OcPaymentProfile Contoso -Name Renamed @common }
        'Set-OcQuickReply'                = { param($common) Set-OcQuickReply Greeting -Message Hi -Tag other @common }
        'Set-OcRichMessage'               = { param($common) Set-OcRichMessage Farewell -Name Renamed @common }
        'Set-OcWorkstream'                = { param($common) Set-OcWorkstream Empty -Capacity 10 @common }
        'Undo-OcChange'                   = { param($common) Get-OcChange -Name Greeting | Select-Object -Last 1 | Undo-OcChange @common }
    }

    # A sandbox with one of everything that the calls name.
    function Connect-Sandbox {
        $ErrorActionPreference = 'Stop'
        $null = Connect-OcEnvironment -Sandbox -JournalPath TestDrive:/changes.jsonl
        $null = 'Contoso', 'Fabrikam' | ForEach-Object {
            New-OcCustomChannel $_ -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com
        }
        $null = Add-OcWorkstreamChannel 'Messaging workstream' Fabrikam -Language en-US
        $null = Enable-OcWebhookAuthentication Fabrikam
        $null = New-OcAutomatedMessage AgentEndedConversation 'Good bye' -Channel Fabrikam -Name Hello -Translation @{ 'de-DE' = 'Tschüss' }
        $null = New-OcContextVariable Order 'Messaging workstream' Text
        $null = New-OcQuickReply Greeting Hello -Tag greeting -Workstream 'Messaging workstream'
        $null = New-OcWorkstream Empty Custom
        $null = New-OcRichMessage Farewell Authentication -Content $signIn -Tag farewell
        $null = New-OcAuthSetting Contoso -ClientId contoso -ClientSecret $secret -Scope openid `
            -DecryptedTokenUrl https://login.contoso.example.com -RichMessage Farewell
        $null = New-Profile Contoso
        $null = New-OcAppleAccount 'Contoso Apple' b15ed773-9eed-11e7-baa2-7b88b04daa8e -AuthSetting Contoso -PaymentProfile Contoso
        $null = New-OcWorkstream Apple AppleMessagesForBusiness
        $null = New-OcContextVariable Visit Apple Text
        $null = Add-OcWorkstreamChannel Apple 'Contoso Apple' -Language en-US
        $script:plan = New-OcPlan @{ workstreams = @(@{ name = 'Planned'; streamSource = 'Custom' }) }
        Clear-OcSandbox
    }

    # All rows and links of the sandbox as lines, without what every write moves.
    function Get-SandboxState {
        Export-OcSandbox TestDrive:/state.json
        $state = Get-Content TestDrive:/state.json -Raw | ConvertFrom-Json -AsHashtable
        $moving = '@version', 'modifiedon', 'modifiedby', 'createdon', 'createdby', 'sandbox_webhookversion'
        foreach ($table in $state.tables.Keys) {
            foreach ($row in $state.tables[$table]) {
                $columns = $row.Keys | Where-Object { $_ -notin $moving } | Sort-Object
                "$table " + (($columns | ForEach-Object { "$_=$($row[$_] | ConvertTo-Json -Compress)" }) -join ' ')
            }
        }
        foreach ($relationship in $state.links.Keys) {
            $state.links[$relationship] | ForEach-Object { "$relationship $_" }
        }
    }

    # What the two states do not have in common; nothing when they are the same.
    function Compare-State([string[]] $Before, [string[]] $After) {
        Compare-Object $Before $After | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
    }
}

Describe '-WhatIf' {
    BeforeEach { Connect-Sandbox }
    AfterEach { Disconnect-OcEnvironment }

    It 'of <_> sends nothing but GETs' -ForEach $writing {
        $calls.Keys | Should -Contain $_
        & $calls[$_] @{ WhatIf = $true } | Out-Null
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'of <_> shows with -PassThru what would be' -ForEach @($writing | Where-Object { (Get-Command $_).Parameters.ContainsKey('PassThru') }) {
        & $calls[$_] @{ WhatIf = $true; PassThru = $true } | Should -Not -BeNullOrEmpty
    }
}

Describe 'Without -WhatIf' {
    It '<_> sends the write that -WhatIf held back' -ForEach $writing {
        Connect-Sandbox
        & $calls[$_] @{ Confirm = $false } | Out-Null
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -Not -BeNullOrEmpty
        Disconnect-OcEnvironment
    }
}

Describe 'The journal' {
    # What a command wrote must be recorded, or it would not come back.
    It 'has what <_> wrote, which is taken back and done again' -ForEach $writing {
        Connect-Sandbox
        $secrets = @{ ClientSecret = $secret; CertificateStart = $secret; CertificatePassword = $secret }
        $before = Get-SandboxState
        $start = [DateTimeOffset]::UtcNow
        & $calls[$_] @{ Confirm = $false } | Out-Null
        $after = Get-SandboxState
        Compare-State $before $after | Should -Not -BeNullOrEmpty
        Get-OcChange -Since $start | ForEach-Object Outcome | Sort-Object -Unique | Should -Be 'Done'

        $undone = [DateTimeOffset]::UtcNow
        Undo-OcChange -Since $start -Secret $secrets -Confirm:$false -ErrorAction Stop
        Compare-State $before (Get-SandboxState) | Should -BeNullOrEmpty

        Undo-OcChange -Since $undone -Secret $secrets -Confirm:$false -ErrorAction Stop
        Compare-State $after (Get-SandboxState) | Should -BeNullOrEmpty
        Disconnect-OcEnvironment
    }
}
