BeforeDiscovery {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
    # These post to a webhook, which Messaging.Tests.ps1 looks at, and write nothing to the environment.
    $posting = 'Send-OcActivity', 'Test-OcCustomChannel', 'Test-OcWebhook'
    $writing = @(Get-Command -Module OmnichannelAdmin | Where-Object { $_.Parameters.ContainsKey('WhatIf') -and $_.Name -notin $posting } | ForEach-Object Name)
}

BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)

    # How each command that supports -WhatIf is called here. A command that is missing from this table fails the test.
    $calls = @{
        'Add-OcWorkstreamChannel'    = { param($common) Add-OcWorkstreamChannel 'Messaging workstream' Contoso -Language en-US @common }
        'Disable-OcWebhookAuthentication' = { param($common) $null = Enable-OcWebhookAuthentication Contoso; Clear-OcSandbox; Disable-OcWebhookAuthentication Contoso @common }
        'Enable-OcWebhookAuthentication' = { param($common) Enable-OcWebhookAuthentication Contoso @common }
        'Invoke-OcRequest'           = { param($common) Invoke-OcRequest 'msdyn_oclanguages' -Method POST -Body @{ msdyn_languagename = 'x' } @common }
        'New-OcAutomatedMessage'     = { param($common) New-OcAutomatedMessage Greeting Hello Fabrikam @common }
        'New-OcContextVariable'      = { param($common) New-OcContextVariable New 'Messaging workstream' Text @common }
        'New-OcCustomChannel'        = { param($common) New-OcCustomChannel New -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com @common }
        'New-OcQuickReply'           = { param($common) New-OcQuickReply New Hello -Tag new @common }
        'New-OcWorkstream'           = { param($common) New-OcWorkstream New Custom @common }
        'Remove-OcAutomatedMessage'  = { param($common) Remove-OcAutomatedMessage Hello @common }
        'Remove-OcContextVariable'   = { param($common) Remove-OcContextVariable Order @common }
        'Remove-OcCustomChannel'     = { param($common) Remove-OcCustomChannel Contoso @common }
        'Remove-OcQuickReply'        = { param($common) Remove-OcQuickReply Greeting @common }
        'Remove-OcWorkstream'        = { param($common) Remove-OcWorkstream Empty @common }
        'Remove-OcWorkstreamChannel' = { param($common) Remove-OcWorkstreamChannel Fabrikam @common }
        'Set-OcAutomatedMessage'     = { param($common) Set-OcAutomatedMessage Hello -Message Hi @common }
        'Set-OcContextVariable'      = { param($common) Set-OcContextVariable Order -DisplayName 'The order' @common }
        'Set-OcCustomChannel'        = { param($common) Set-OcCustomChannel Contoso -Name Fabrikam @common }
        'Set-OcQuickReply'           = { param($common) Set-OcQuickReply Greeting -Message Hi @common }
        'Set-OcWorkstream'           = { param($common) Set-OcWorkstream Empty -Capacity 10 @common }
    }

    # A sandbox with one of everything that the calls name.
    function Connect-Sandbox {
        $null = Connect-OcEnvironment -Sandbox
        $null = 'Contoso', 'Fabrikam' | ForEach-Object {
            New-OcCustomChannel $_ -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com
        }
        $null = Add-OcWorkstreamChannel 'Messaging workstream' Fabrikam -Language en-US
        $null = New-OcAutomatedMessage AgentEndedConversation 'Good bye' -Channel Fabrikam -Name Hello
        $null = New-OcContextVariable Order 'Messaging workstream' Text
        $null = New-OcQuickReply Greeting Hello
        $null = New-OcWorkstream Empty Custom
        Clear-OcSandbox
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
