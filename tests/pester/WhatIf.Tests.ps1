BeforeDiscovery {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)
    $writing = @(Get-Command -Module OmnichannelAdmin | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object Name)
}

BeforeAll {
    Import-Module "$PSScriptRoot/Shared.psm1" -Force
    Import-Module (Get-ModulePath)

    # How each command that supports -WhatIf is called here. A command that is missing from this table fails the test.
    $calls = @{
        'Invoke-OcRequest'       = { param($common) Invoke-OcRequest 'msdyn_oclanguages' -Method POST -Body @{ msdyn_languagename = 'x' } @common }
        'New-OcCustomChannel'    = { param($common) New-OcCustomChannel New -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com @common }
        'Remove-OcCustomChannel' = { param($common) Remove-OcCustomChannel Contoso @common }
        'Set-OcCustomChannel'    = { param($common) Set-OcCustomChannel Contoso -Name Fabrikam @common }
    }
}

Describe '-WhatIf' {
    BeforeEach {
        $null = Connect-OcEnvironment -Sandbox
        $null = New-OcCustomChannel Contoso -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com
        Clear-OcSandbox
    }
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
        $null = Connect-OcEnvironment -Sandbox
        $null = New-OcCustomChannel Contoso -AppId 9f6c021d-1234-4abc-8df7-123456789abc -WebhookUrl https://a.example.com
        Clear-OcSandbox
        & $calls[$_] @{ Confirm = $false } | Out-Null
        Get-OcSandboxRequest | Where-Object Method -NE GET | Should -Not -BeNullOrEmpty
        Disconnect-OcEnvironment
    }
}
